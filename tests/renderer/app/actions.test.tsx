// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Action, actionFor, allActions, useActionKeys, useActions } from '../../../renderer/app/actions.ts'

const action = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  group: 'view',
  label: id,
  run: () => undefined,
  ...more
})

const key = (name: string, held = {}) => ({
  key: name,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held
})

const page = { isMac: false, isTyping: false, isDialogOpen: false }

afterEach(cleanup)

describe('actionFor', () => {
  const star = action('star', { shortcut: 'S' })
  const palette = action('palette', { shortcut: ['Mod+K', 'Mod+P'], whileTyping: true })
  const paste = action('paste', { shortcut: 'Mod+V', isHeardElsewhere: true })
  const actions = [star, palette, paste]

  it.each([
    ['a letter', key('s'), page, star],
    ['no letter while a field has the focus', key('s'), { ...page, isTyping: true }, undefined],
    ['no letter over a dialog', key('s'), { ...page, isDialogOpen: true }, undefined],
    ['a combination in a field', key('k', { ctrlKey: true }), { ...page, isTyping: true }, palette],
    ['a second combination', key('p', { ctrlKey: true }), page, palette],
    ['nothing that is heard elsewhere', key('v', { ctrlKey: true }), page, undefined],
    ['nothing for other keys', key('x'), page, undefined]
  ])('%s', (_, stroke, now, expected) => {
    expect(actionFor(stroke, actions, now)).toBe(expected)
  })

  it('leaves out what cannot be done now', () => {
    expect(actionFor(key('s'), [action('star', { shortcut: 'S', isEnabled: false })], page)).toBeUndefined()
  })
})

function Offering({ actions }: { readonly actions: readonly Action[] }) {
  useActions(actions)
  useActionKeys(false)
  return <input aria-label="field" />
}

describe('registered actions', () => {
  it('are there while their component is, and the later one of an id counts', () => {
    const first = render(<Offering actions={[action('star', { label: 'shell' }), action('go', { group: 'go' })]} />)
    const second = render(<Offering actions={[action('star', { label: 'room' })]} />)
    expect(allActions().map(({ id, label }) => `${id} ${label}`)).toEqual(['star room', 'go go'])
    second.unmount()
    expect(allActions().map(({ label }) => label)).toEqual(['shell', 'go'])
    first.unmount()
    expect(allActions()).toEqual([])
  })

  it('run by their keys, each stroke once, and not while somebody types', () => {
    const run = vi.fn<() => void>()
    render(<Offering actions={[action('star', { shortcut: 'S', run })]} />)
    fireEvent.keyDown(document.body, { key: 's' })
    expect(run).toHaveBeenCalledTimes(1)
    fireEvent.keyDown(screen.getByLabelText('field'), { key: 's' })
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('leave strokes alone that somebody has used, and the parts of composed letters', () => {
    const run = vi.fn<() => void>()
    render(<Offering actions={[action('star', { shortcut: 'S', run })]} />)
    const used = new KeyboardEvent('keydown', { key: 's', bubbles: true, cancelable: true })
    used.preventDefault()
    document.body.dispatchEvent(used)
    fireEvent.keyDown(document.body, { key: 's', isComposing: true })
    expect(run).not.toHaveBeenCalled()
  })

  it('see the actions of the last rendering', () => {
    const run = vi.fn<() => void>()
    const { rerender } = render(<Offering actions={[]} />)
    rerender(<Offering actions={[action('star', { shortcut: 'S', run })]} />)
    fireEvent.keyDown(document.body, { key: 's' })
    expect(run).toHaveBeenCalledTimes(1)
  })
})
