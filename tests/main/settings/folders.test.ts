import { describe, expect, test } from 'vitest'
import { appFolders, type FolderSources } from '../../../main/settings/folders.ts'

const cases: [string, FolderSources, string, string][] = [
  [
    'Linux',
    { platform: 'linux', environment: {}, home: '/home/ann' },
    '/home/ann/.config/Glyphlens',
    '/home/ann/.cache/glyphlens'
  ],
  [
    'Linux with XDG folders',
    { platform: 'linux', environment: { XDG_CONFIG_HOME: '/c', XDG_CACHE_HOME: '/k' }, home: '/home/ann' },
    '/c/Glyphlens',
    '/k/glyphlens'
  ],
  [
    'Linux with a relative XDG folder, which the specification says to ignore',
    { platform: 'linux', environment: { XDG_CONFIG_HOME: 'c', XDG_CACHE_HOME: '' }, home: '/home/ann' },
    '/home/ann/.config/Glyphlens',
    '/home/ann/.cache/glyphlens'
  ],
  [
    'macOS',
    { platform: 'darwin', environment: { XDG_CONFIG_HOME: '/c' }, home: '/Users/ann' },
    '/Users/ann/Library/Application Support/Glyphlens',
    '/Users/ann/Library/Caches/Glyphlens'
  ],
  [
    'Windows',
    {
      platform: 'win32',
      environment: { APPDATA: 'D:\\Roaming', LOCALAPPDATA: 'D:\\Local' },
      home: 'C:\\Users\\ann'
    },
    'D:\\Roaming\\Glyphlens',
    'D:\\Local\\Glyphlens\\Cache'
  ],
  [
    'Windows without its variables',
    { platform: 'win32', environment: {}, home: 'C:\\Users\\ann' },
    'C:\\Users\\ann\\AppData\\Roaming\\Glyphlens',
    'C:\\Users\\ann\\AppData\\Local\\Glyphlens\\Cache'
  ],
  [
    'GLYPHLENS_HOME before everything',
    { platform: 'linux', environment: { GLYPHLENS_HOME: '/stick/lens', XDG_CONFIG_HOME: '/c' }, home: '/home/ann' },
    '/stick/lens/data',
    '/stick/lens/cache'
  ],
  [
    'GLYPHLENS_HOME on Windows',
    { platform: 'win32', environment: { GLYPHLENS_HOME: 'E:\\lens' }, home: 'C:\\Users\\ann' },
    'E:\\lens\\data',
    'E:\\lens\\cache'
  ]
]

describe('appFolders', () => {
  test.each(cases)('%s', (_name, sources, data, cache) => {
    expect(appFolders(sources)).toEqual({ data, cache })
  })

  test('refuses a relative GLYPHLENS_HOME', () => {
    const sources: FolderSources = { platform: 'linux', environment: { GLYPHLENS_HOME: 'here' }, home: '/home/ann' }
    expect(() => appFolders(sources)).toThrow(expect.objectContaining({ code: 'usage' }))
  })
})
