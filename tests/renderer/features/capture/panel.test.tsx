// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Panel } from '../../../../renderer/features/capture/panel/Panel.tsx'
import { captureBridge, panelScene } from './stage.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the panel with a text', () => {
  it('copies it', async () => {
    captureBridge(panelScene)
    const user = userEvent.setup()
    render(<Panel />)
    expect(await screen.findByDisplayValue('Read text')).toHaveProperty('readOnly', true)
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe('Read text')
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined()
  })

  it('keeps what the person has mended', async () => {
    const { calls } = captureBridge(panelScene)
    render(<Panel />)
    await screen.findByDisplayValue('Read text')
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), '!')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByDisplayValue('Read text!')).toBeDefined()
    expect(calls.at(-1)).toEqual({
      channel: 'library.change',
      argument: { ids: [7], change: { kind: 'edit', text: 'Read text!' } }
    })
  })

  it('leaves it as it was when the person thinks better of it', async () => {
    const { calls } = captureBridge(panelScene)
    render(<Panel />)
    await screen.findByDisplayValue('Read text')
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), '!')
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }))
    expect(screen.getByDisplayValue('Read text')).toBeDefined()
    expect(calls.map(({ channel }) => channel)).toEqual(['library.entry'])
  })

  it('asks, opens its entry, and goes with Escape', async () => {
    const { acts } = captureBridge(panelScene)
    render(<Panel />)
    await userEvent.click(await screen.findByRole('button', { name: 'Ask' }))
    await userEvent.keyboard('Why?{Enter}')
    await userEvent.click(screen.getByRole('button', { name: 'Open in library' }))
    await userEvent.keyboard('{Escape}')
    expect(acts).toEqual([
      { kind: 'bar', action: 'ask', question: 'Why?' },
      { kind: 'open', entry: 7 },
      { kind: 'escape' }
    ])
  })
})

it('a floating picture is a picture with a way to close it', async () => {
  const { entry: _entry, ...picture } = panelScene
  const { acts } = captureBridge({ ...picture, language: 'zh-CN' })
  render(<Panel />)
  expect((await screen.findByAltText('截取的图片')).getAttribute('src')).toBe(panelScene.picture)
  await userEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(acts).toEqual([{ kind: 'escape' }])
})
