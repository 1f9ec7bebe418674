import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openOutside, screenPermissionPane } from '../../../../main/desktop/outside/link.ts'
import { createOutside } from '../../../../main/desktop/outside/outside.ts'
import { externalHosts } from '../../../../main/policy/external-link.ts'
import { presets } from '../../../../main/vision/presets.ts'

const deeds = vi.hoisted((): unknown[][] => [])
vi.mock('electron', () => ({
  shell: {
    openExternal: async (url: string) => void deeds.push(['external', url]),
    openPath: async (path: string) => {
      deeds.push(['path', path])
      return ''
    },
    showItemInFolder: (path: string) => deeds.push(['folder', path])
  }
}))
beforeEach(() => {
  deeds.length = 0
})

const hosts = externalHosts(presets)

describe('addresses that leave the app', () => {
  const pages = presets.flatMap(({ key: { page } }) => (page === undefined ? [] : [page]))

  test.each([...pages, screenPermissionPane])('%s', async (url) => {
    await openOutside(url, hosts)
    expect(deeds).toEqual([['external', url]])
  })

  test.each([
    'https://evil.example/',
    'http://modelscope.cn/',
    'https://modelscope.cn.evil.example/',
    'https://user@modelscope.cn/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    '\\\\server\\share',
    'ms-settings:privacy',
    `${screenPermissionPane}x`,
    'x-apple.systempreferences:com.apple.preference.security'
  ])('not %s', async (url) => {
    await expect(openOutside(url, hosts)).rejects.toThrow('must not be opened')
    expect(deeds).toEqual([])
  })
})

describe('other programs', () => {
  const outside = createOutside({ platform: 'linux', hosts, folder: '/data', libraryFolder: () => '/data/library' })

  test('a file that is there is shown in its folder, one that is not is said not to be', async () => {
    expect(await outside.showFile(import.meta.filename)).toBe(true)
    expect(await outside.showFile('/not/there.png')).toBe(false)
    expect(await outside.showFile('https://example.com/x.png')).toBe(false)
    expect(deeds).toEqual([['folder', import.meta.filename]])
  })

  test('on Windows no share is asked for a file', async () => {
    const onWindows = createOutside({
      platform: 'win32',
      hosts,
      folder: 'C:\\data',
      libraryFolder: () => 'D:\\library'
    })
    expect(await onWindows.showFile('\\\\server\\share\\x.png')).toBe(false)
    expect(deeds).toEqual([])
  })

  test('the folders are opened; only a Mac has a pane for the screen', async () => {
    await outside.openDataFolder()
    await outside.openLibraryFolder()
    expect(deeds).toEqual([
      ['path', '/data'],
      ['path', '/data/library']
    ])
    expect(outside.openScreenPermission).toBeUndefined()
    const onMac = createOutside({ platform: 'darwin', hosts, folder: '/data', libraryFolder: () => '/data/library' })
    await onMac.openScreenPermission?.()
    expect(deeds.at(-1)).toEqual(['external', screenPermissionPane])
  })
})
