import { describe, expect, test } from 'vitest'
import type { Pasted } from '../../../main/bridge/app/paste.ts'
import { type AppPorts, createAppHandlers } from '../../../main/bridge/app.ts'
import type { Intake } from '../../../main/bridge/intake.ts'
import { Failure } from '../../../main/failure.ts'
import type { Start, Taken } from '../../../preload/contract/app.ts'

const start: Start = {
  version: '1.2.3',
  platform: 'linux',
  language: 'en',
  isPackaged: true,
  isWayland: false,
  notices: [{ message: 'a notice' }],
  imageBase: 'app://glyphlens/image/',
  thumbnailBase: 'app://glyphlens/thumbnail/'
}

function taken(name: string): Taken {
  return { kind: 'folder', token: '0'.repeat(32), name }
}

/** The handlers, and everything that they have asked of others. */
function setUp(some: Partial<AppPorts> = {}) {
  const asked: unknown[] = []
  const intake: Intake = {
    paths: async (paths) => {
      asked.push(['paths', paths])
      return paths.map(taken)
    },
    bytes: async (bytes, name, source) => {
      asked.push(['bytes', bytes.byteLength, source])
      return taken(name)
    },
    address: async (url) => taken(url),
    sample: async (name) => taken(name),
    part: async (entry, box) => taken(`${entry} ${box.x1}`),
    held: () => {
      throw new Failure('picture-missing', 'Gone.')
    }
  }
  const done = (what: string) => async (value?: unknown) =>
    void asked.push(value === undefined ? [what] : [what, value])
  const handlers = createAppHandlers({
    start: () => start,
    intake,
    choose: async (what) => (what === 'files' ? ['/a.png', '/b.png'] : []),
    clipboard: async () => ({ paths: [], picture: undefined, text: '' }),
    outside: {
      openLink: done('link'),
      showFile: async (path) => {
        asked.push(['show', path])
        return path === '/here.png'
      },
      openDataFolder: done('data folder'),
      openLibraryFolder: done('library folder'),
      openScreenPermission: undefined
    },
    hosts: new Set(['example.com']),
    origin: (entry) => ({ 1: '/here.png', 2: '/gone.png' })[entry],
    drag: async (entry, { contents }) => void asked.push(['drag', entry, contents]),
    diagnose: async () => ({ findings: [], captures: [], report: 'all is well' }),
    update: async (action) => ({ kind: 'ready', version: action }),
    ...some
  })
  return { handlers, asked }
}

const caller = { contents: 7 }

test('what the window needs first, the diagnosis and the update are handed on', async () => {
  const { handlers } = setUp()
  expect(await handlers.start({}, caller)).toBe(start)
  expect(await handlers.diagnose({}, caller)).toEqual({ findings: [], captures: [], report: 'all is well' })
  expect(await handlers.update({ action: 'check' }, caller)).toEqual({ kind: 'ready', version: 'check' })
})

describe('taking in', () => {
  test.each([
    ['what was dropped', { from: 'drop', paths: ['/x.png'] }, ['/x.png']],
    ['nothing', { from: 'drop', paths: [] }, []],
    ['what was chosen', { from: 'dialog', what: 'files' }, ['/a.png', '/b.png']],
    ['a dialog that was closed', { from: 'dialog', what: 'folder' }, []],
    ['an address', { from: 'address', url: 'https://example.com/x.png' }, ['https://example.com/x.png']],
    ['a sample', { from: 'sample', name: 'receipt' }, ['receipt']],
    ['a part', { from: 'part', entry: 3, box: { x0: 0, y0: 0, x1: 9, y1: 9 } }, ['3 9']]
  ] as const)('%s', async (_what, wish, names) => {
    const { handlers } = setUp()
    const found = await handlers.take(wish as Parameters<typeof handlers.take>[0], caller)
    expect(found.map(({ name }) => name)).toEqual(names)
  })

  const picture = new Uint8Array(9)
  test.each([
    ['files come before the picture of one', { paths: ['/x.png'], picture, text: '' }, ['/x.png']],
    ['a picture comes before text', { paths: [], picture, text: 'https://example.com/x' }, ['clipboard.png']],
    [
      'an address',
      { paths: [], picture: undefined, text: ' https://example.com/x.png\n' },
      ['https://example.com/x.png']
    ]
  ] as [string, Pasted, string[]][])('from the clipboard: %s', async (_what, pasted, names) => {
    const { handlers } = setUp({ clipboard: async () => pasted })
    expect((await handlers.take({ from: 'clipboard' }, caller)).map(({ name }) => name)).toEqual(names)
  })

  test.each([
    '',
    'some words',
    'https://example.com/x and words',
    'file:///etc/passwd',
    `https://e/${'x'.repeat(2100)}`
  ])('there is nothing on the clipboard in %j', async (text) => {
    const { handlers } = setUp({ clipboard: async () => ({ paths: [], picture: undefined, text }) })
    await expect(handlers.take({ from: 'clipboard' }, caller)).rejects.toMatchObject({ code: 'picture-missing' })
  })
})

describe('opening', () => {
  test('a page of a provider', async () => {
    const { handlers, asked } = setUp()
    expect(await handlers.open({ what: 'link', url: 'https://example.com/keys' }, caller)).toBeNull()
    expect(asked).toEqual([['link', 'https://example.com/keys']])
  })

  test.each(['https://evil.example/', 'http://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'x'])(
    'not %s',
    async (url) => {
      const { handlers, asked } = setUp()
      await expect(handlers.open({ what: 'link', url }, caller)).rejects.toMatchObject({ code: 'usage' })
      expect(asked).toEqual([])
    }
  )

  test('the file that an entry came from, when it is there', async () => {
    const { handlers, asked } = setUp()
    await handlers.open({ what: 'origin', entry: 1 }, caller)
    await expect(handlers.open({ what: 'origin', entry: 2 }, caller)).rejects.toMatchObject({ code: 'picture-missing' })
    await expect(handlers.open({ what: 'origin', entry: 3 }, caller)).rejects.toMatchObject({ code: 'picture-missing' })
    expect(asked).toEqual([
      ['show', '/here.png'],
      ['show', '/gone.png']
    ])
  })

  test('the folders, and a drag by the page that asks', async () => {
    const { handlers, asked } = setUp()
    await handlers.open({ what: 'data-folder' }, caller)
    await handlers.open({ what: 'library-folder' }, caller)
    await handlers.open({ what: 'drag', entry: 3 }, caller)
    expect(asked).toEqual([['data folder'], ['library folder'], ['drag', 3, 7]])
  })

  test('the permission for the screen, where there is one', async () => {
    await expect(setUp().handlers.open({ what: 'screen-permission' }, caller)).rejects.toMatchObject({ code: 'usage' })
  })
})
