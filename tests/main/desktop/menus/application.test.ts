import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { applicationMenu, type MenuActions } from '../../../../main/desktop/menus/application.ts'
import { wordsIn } from '../../../../main/desktop/words/words.ts'

const deaf: MenuActions = { capture: () => {}, add: () => {}, go: () => {}, openDataFolder: () => {} }

function menuOn(platform: NodeJS.Platform, language: 'en' | 'zh-CN', isPackaged: boolean, act = deaf) {
  return applicationMenu({ platform, words: wordsIn(language), isPackaged, hotkeys: {} }, act)
}

/** All entries, with those below them. */
function flat(entries: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return entries.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? flat(entry.submenu) : [])])
}

function rolesOf(entries: readonly MenuItemConstructorOptions[]) {
  return flat(entries).flatMap(({ role }) => role ?? [])
}

describe.each(['darwin', 'win32', 'linux'] as const)('the menu on %s', (platform) => {
  test.each(['en', 'zh-CN'] as const)('names everything in %s', (language) => {
    const entries = flat(menuOn(platform, language, true)).filter(({ type }) => type !== 'separator')
    expect(entries.filter(({ label }) => label === undefined || label === '')).toEqual([])
    const named = entries.filter(({ label }) => label !== 'Glyphlens')
    const han = named.filter(({ label }) => /\p{Script=Han}/u.test(label ?? ''))
    expect(han).toHaveLength(language === 'zh-CN' ? named.length : 0)
  })

  test('has the roles without which editing and quitting do not work', () => {
    const roles = rolesOf(menuOn(platform, 'en', true))
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'quit'])
    )
    expect(new Set(roles).size).toBe(roles.length)
  })

  test('has no tools for developers in a release', () => {
    const release = rolesOf(menuOn(platform, 'en', true))
    expect(release).not.toContain('toggleDevTools')
    expect(release).not.toContain('reload')
    expect(rolesOf(menuOn(platform, 'en', false))).toEqual(expect.arrayContaining(['toggleDevTools', 'reload']))
  })

  test('every shortcut is there once', () => {
    const keys = flat(menuOn(platform, 'en', true)).flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('CommandOrControl+,')
  })

  test('every entry does something, and the rooms are the right ones', () => {
    const deeds: unknown[] = []
    const entries = flat(
      menuOn(platform, 'en', true, {
        capture: (mode) => deeds.push(mode),
        add: (what) => deeds.push(what),
        go: (room) => deeds.push(room),
        openDataFolder: () => deeds.push('folder')
      })
    )
    const idle = entries.filter(({ type, role, submenu, click }) => type !== 'separator' && !role && !submenu && !click)
    expect(idle).toEqual([])
    for (const { click } of entries) if (click) Reflect.apply(click, undefined, [])
    expect(deeds).toEqual(
      expect.arrayContaining(['files', 'read-region', 'settings', 'library', 'welcome', 'diagnostics'])
    )
  })
})
