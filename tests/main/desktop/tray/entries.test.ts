import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { captureModes } from '../../../../main/capture/mode.ts'
import { type TrayFacts, trayEntries } from '../../../../main/desktop/tray/entries.ts'
import { wordsIn } from '../../../../main/desktop/words/words.ts'

const words = wordsIn('en')
const facts: TrayFacts = { words, hotkeys: {}, recent: [], canUndo: false, isPaused: false, waiting: 0 }

/** The menu with the deeds that its entries have done. */
function trayOf(some: Partial<TrayFacts>) {
  const deeds: unknown[] = []
  const entries = trayEntries(
    { ...facts, ...some },
    {
      capture: (mode) => deeds.push(['capture', mode]),
      show: (entry) => deeds.push(['show', entry]),
      undo: () => deeds.push(['undo']),
      settings: () => deeds.push(['settings']),
      pause: (paused) => deeds.push(['pause', paused]),
      quit: () => deeds.push(['quit'])
    }
  )
  return { entries, deeds, click: (label: string) => click(entries, label) }
}

function click(entries: readonly MenuItemConstructorOptions[], label: string): void {
  const found = entries.find((entry) => entry.label === label)
  // What Electron hands over with a click, nothing of it is used.
  Reflect.apply(found?.click ?? missing, undefined, [])
}

function missing(): never {
  throw new Error('no such entry')
}

describe('the tray', () => {
  test('each way to capture has an entry, with its hotkey to be seen and not registered once more', () => {
    const { entries, deeds, click: choose } = trayOf({ hotkeys: { 'read-region': 'Control+Shift+1' } })
    for (const label of Object.values(words.capture)) choose(label)
    expect(deeds).toEqual(captureModes.map((mode) => ['capture', mode]))
    expect(entries[0]).toMatchObject({ accelerator: 'Control+Shift+1', registerAccelerator: false })
    expect(entries[1]).not.toHaveProperty('accelerator')
  })

  test.each([
    [false, 'Pause the Queue', true],
    [true, 'Go On With the Queue', false]
  ])('paused %s: %s', (isPaused, label, wish) => {
    const { deeds, click: choose } = trayOf({ isPaused })
    choose(label)
    expect(deeds).toEqual([['pause', wish]])
  })

  test.each(['en', 'zh-CN'] as const)('%s: the clipboard can be put back as long as it is held', (language) => {
    const label = wordsIn(language).tray.undo
    const labels = trayOf({ words: wordsIn(language) }).entries.map((entry) => entry.label)
    expect(labels).not.toContain(label)
    const { deeds, click: choose } = trayOf({ words: wordsIn(language), canUndo: true })
    choose(label)
    expect(deeds).toEqual([['undo']])
  })

  test('open, settings, quit', () => {
    const { deeds, click: choose } = trayOf({})
    for (const label of ['Open Glyphlens', 'Settings…', 'Quit Glyphlens']) choose(label)
    expect(deeds).toEqual([['show', undefined], ['settings'], ['quit']])
  })

  test('recent captures open their entries; long texts are cut between letters, ampersands stay', () => {
    const { entries, deeds } = trayOf({
      recent: [
        { entry: 7, text: 'Fish & chips\n  tonight' },
        { entry: 6, text: '👩‍👩‍👧‍👦'.repeat(60) },
        { entry: 5, text: ' \n ' }
      ]
    })
    const submenu = entries.find(({ label }) => label === 'Recent Captures')?.submenu as MenuItemConstructorOptions[]
    expect(submenu.map(({ label }) => label)).toEqual(['Fish && chips tonight', `${'👩‍👩‍👧‍👦'.repeat(47)}…`, 'No text'])
    for (const { label = '' } of submenu) click(submenu, label)
    expect(deeds).toEqual([
      ['show', 7],
      ['show', 6],
      ['show', 5]
    ])
  })

  test('without captures it says so', () => {
    const recent = trayOf({}).entries.find(({ label }) => label === 'Recent Captures')?.submenu
    expect(recent).toEqual([{ label: 'No captures yet', enabled: false }])
  })
})
