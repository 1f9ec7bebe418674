import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../../../main/capture/hotkeys/assignment.ts'
import type { CaptureMode } from '../../../../main/capture/mode.ts'
import { createHotkeys } from '../../../../main/desktop/capture/hotkeys.ts'

function hotkeyStage({ taken = [] as readonly string[], isWayland = false } = {}) {
  const registered = new Map<string, () => void>()
  const pressed: CaptureMode[] = []
  const timers: (() => void)[] = []
  let isSuspended = false
  const hotkeys = createHotkeys({
    globalShortcut: {
      register: (accelerator, run) => {
        if (accelerator.includes('Nonsense')) throw new TypeError('conversion failure')
        if (isSuspended || taken.includes(accelerator) || registered.has(accelerator)) return false
        registered.set(accelerator, run)
        return true
      },
      unregister: (accelerator) => void registered.delete(accelerator),
      setSuspended: (suspended) => {
        isSuspended = suspended
      }
    },
    platform: 'linux',
    isWayland,
    desktop: 'ubuntu:GNOME',
    onPress: (mode) => void pressed.push(mode),
    after: (_milliseconds, run) => void timers.push(run)
  })
  const stateOf = (mode: CaptureMode) => hotkeys.views().find((view) => view.mode === mode)
  return { hotkeys, registered, pressed, timers, stateOf, isSuspended: () => isSuspended }
}

const usual: Assignment = { 'read-region': 'CommandOrControl+Shift+1', 'ask-region': 'CommandOrControl+Shift+2' }

describe('hotkeys', () => {
  it('begin the captures that they are assigned to', () => {
    const stage = hotkeyStage()
    stage.hotkeys.apply(usual)
    stage.registered.get('CommandOrControl+Shift+2')?.()
    expect(stage.pressed).toEqual(['ask-region'])
    expect(stage.hotkeys.views().map(({ state }) => state)).toEqual(['works', 'works', 'off', 'off', 'off'])
  })

  it('are let go when they change', () => {
    const stage = hotkeyStage()
    stage.hotkeys.apply(usual)
    stage.hotkeys.apply({ 'read-region': 'Alt+Shift+R' })
    expect([...stage.registered.keys()]).toEqual(['Alt+Shift+R'])
    stage.hotkeys.dispose()
    expect(stage.registered.size).toBe(0)
  })

  it.each<[string, Assignment, string, string]>([
    ['another program has it', { 'read-region': 'Taken+1' }, 'failed', 'There is no key called "Taken".'],
    ['it is taken', { 'read-region': 'Control+Alt+K' }, 'failed', 'could not be registered'],
    [
      'two have the same',
      { 'read-region': 'Ctrl+Shift+9', 'ask-region': 'Shift+Control+9' },
      'conflict',
      'Two captures'
    ],
    ['it is no combination', { 'read-region': 'Control+Shift' }, 'failed', 'needs a key'],
    ['it takes an everyday one', { 'read-region': 'Control+C' }, 'works', 'Every program uses']
  ])('say so when %s', (_name, assignment, state, message) => {
    const stage = hotkeyStage({ taken: ['Control+Alt+K'] })
    stage.hotkeys.apply(assignment)
    const view = stage.stateOf('read-region')
    expect(view?.state).toBe(state)
    expect(view?.message).toContain(message)
    expect(view?.advice).toBeDefined()
  })

  it('are unproven on Wayland, where a command does the same', () => {
    const stage = hotkeyStage({ isWayland: true })
    stage.hotkeys.apply(usual)
    expect(stage.stateOf('read-region')).toMatchObject({ state: 'unproven' })
    expect(stage.stateOf('read-region')?.advice).toContain('glyphlens --capture')
  })
})

describe('while a new one is typed', () => {
  it('the old ones do nothing, and what is chosen is registered afterwards', () => {
    const stage = hotkeyStage()
    stage.hotkeys.apply(usual)
    stage.hotkeys.suspend(true)
    stage.hotkeys.apply({ 'read-region': 'Alt+Shift+R' })
    expect(stage.isSuspended()).toBe(true)
    stage.hotkeys.suspend(false)
    expect([stage.isSuspended(), [...stage.registered.keys()]]).toEqual([false, ['Alt+Shift+R']])
  })

  it('they come back by themselves when nobody says that it is over', () => {
    const stage = hotkeyStage()
    stage.hotkeys.apply(usual)
    stage.hotkeys.suspend(true)
    stage.timers.forEach((run) => run())
    expect(stage.isSuspended()).toBe(false)
    expect(stage.stateOf('read-region')?.state).toBe('works')
  })

  it('an alarm of an earlier time does not end a later one', () => {
    const stage = hotkeyStage()
    stage.hotkeys.suspend(true)
    stage.hotkeys.suspend(false)
    stage.hotkeys.suspend(true)
    stage.timers[0]?.()
    expect(stage.isSuspended()).toBe(true)
  })
})
