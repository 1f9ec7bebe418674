import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vm from 'node:vm'
import { mergeConfig, resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { channels, eventNouns } from '../../preload/contract/channels.ts'
import { nodesOf, root, valueImports } from './sources.ts'

/** All that a sandboxed preload may ask for; see Electron's documentation of the sandbox. */
const allowed = new Set(['electron', 'events', 'timers', 'url', 'node:events', 'node:timers', 'node:url'])

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glyphlens-build-'))
  const { config } = await resolveConfig(
    { root, configFile: join(root, 'electron.vite.config.ts') },
    'build',
    'production'
  )
  const into = (name: string) => ({
    root: name === 'renderer' ? join(root, 'renderer') : root,
    configFile: false as const,
    logLevel: 'error' as const,
    build: { outDir: join(folder, name), emptyOutDir: true, reportCompressedSize: false }
  })
  await build(mergeConfig(config?.preload ?? {}, into('preload')))
  await build(mergeConfig(config?.renderer ?? {}, into('renderer')))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const built = (...names: string[]): string => readFileSync(join(folder, ...names), 'utf8')
const builtFiles = (pattern: string): string[] => globSync(pattern, { cwd: folder })

describe('the preload', () => {
  test('is one file of CommonJS that asks for electron alone', () => {
    expect(builtFiles('preload/**/*.*')).toEqual([join('preload', 'index.cjs')])
    const text = built('preload', 'index.cjs')
    const asked = valueImports(text, 'index.cjs')
    expect(asked).toEqual(['electron'])
    expect(asked.filter((name) => !allowed.has(name))).toEqual([])
    const types = new Set([...nodesOf(text, 'index.cjs')].map(({ type }) => type))
    expect([...types].filter((type) => /^(Import|Export)/.test(type))).toEqual([])
  })

  test('shows the page the verbs of the contract and nothing else', () => {
    const { exposed } = runPreload()
    expect([...exposed.keys()]).toEqual(['glyphlens'])
    const api = exposed.get('glyphlens')
    const shape = Object.fromEntries(
      Object.entries(api ?? {}).map(([noun, verbs]) => [noun, Object.keys(verbs).toSorted()])
    )
    const expected = Object.entries(channels).map(([noun, verbs]) => {
      const listens = eventNouns.some((name) => name === noun) ? ['on'] : []
      return [noun, [...verbs, ...listens, ...(noun === 'app' ? ['drop'] : [])].toSorted()]
    })
    expect(shape).toEqual(Object.fromEntries(expected))
    const verbs = Object.values(api ?? {}).flatMap((noun) => Object.values(noun))
    expect(verbs.every((verb) => typeof verb === 'function')).toBe(true)
  })

  test('a verb goes out on the channel of its name, with one argument', async () => {
    const { exposed, invoked } = runPreload()
    const api = exposed.get('glyphlens')
    await api?.['library']?.['find']?.({ words: 'x' }, 'more')
    await api?.['app']?.['drop']?.([{ path: '/a.png' }, { path: '' }])
    expect(invoked).toEqual([
      ['library.find', { words: 'x' }],
      ['app.take', { from: 'drop', paths: ['/a.png', ''] }]
    ])
  })

  test('a listener hears the news without the event that brought it, until it is taken off', () => {
    const { exposed, tell } = runPreload()
    const heard: unknown[] = []
    const off = exposed.get('glyphlens')?.['jobs']?.['on']?.((...told: unknown[]) => heard.push(told))
    tell('jobs.event', { kind: 'changed' })
    tell('library.event', { kind: 'changed' })
    if (typeof off === 'function') off()
    tell('jobs.event', { kind: 'changed' })
    expect(heard).toEqual([[{ kind: 'changed' }]])
  })

  test('what the app was told before its page listened is not lost, and told once', () => {
    const { exposed, tell } = runPreload()
    tell('app.event', 1)
    tell('app.event', 2)
    const heard: unknown[] = []
    exposed.get('glyphlens')?.['app']?.['on']?.((told: unknown) => heard.push(told))
    tell('app.event', 3)
    exposed.get('glyphlens')?.['app']?.['on']?.((told: unknown) => heard.push(['second', told]))
    expect(heard).toEqual([1, 2, 3])
  })
})

describe.each(['index.html', 'overlay.html', 'panel.html'])('the page %s', (name) => {
  test('has no scripts and styles but those of files beside it', () => {
    const page = built('renderer', name)
    const scripts = [...page.matchAll(/<script\b([^>]*)>([^<]*)</g)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [, attributes, content] of scripts) {
      expect(content?.trim()).toBe('')
      expect(attributes).toMatch(/type="module"/)
    }
    expect(page).not.toMatch(/<style\b|\sstyle=|\son[a-z]+=|<base\b|<iframe\b|<meta[^>]+http-equiv/i)
  })

  test('asks for nothing that is not there, and for nothing from elsewhere', () => {
    const page = built('renderer', name)
    const addresses = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(addresses.filter((address) => !/^\.?\/[a-zA-Z0-9_./-]+$/.test(address))).toEqual([])
    expect(addresses.filter((address) => !existsSync(join(folder, 'renderer', address)))).toEqual([])
  })

  test('has a place for the nonce of its load', () => {
    expect(built('renderer', name)).toContain('<meta name="csp-nonce" content="__CSP_NONCE__"')
  })
})

describe('the files of the window', () => {
  test('styles load fonts and pictures from beside them only', () => {
    const found = builtFiles('renderer/assets/*.css').flatMap((path) => [
      ...readFileSync(join(folder, path), 'utf8').matchAll(/url\(\s*["']?([^"')]+)/g)
    ])
    const elsewhere = found
      .map(([, address]) => address ?? '')
      .filter((address) => !/^\.?\/?[\w./-]+(#[\w-]+)?$/.test(address))
    expect(elsewhere).toEqual([])
  })

  test('all of them are of kinds that the scheme serves', () => {
    const endings = builtFiles('renderer/**/*.*').map((path) => path.split('.').at(-1))
    const served = new Set(['html', 'js', 'css', 'json', 'svg', 'png', 'webp', 'woff2'])
    // Older formats of fonts, which Chromium does not ask for, and the licences of packages are left to lie.
    const lying = new Set(['woff', 'ttf', 'txt'])
    expect([...new Set(endings)].filter((ending) => !served.has(ending ?? '') && !lying.has(ending ?? ''))).toEqual([])
  })
})

type Verb = (...given: unknown[]) => unknown

/** Runs the built preload as a sandboxed page would, with an Electron that writes down what it is asked for. */
function runPreload() {
  const exposed = new Map<string, Record<string, Record<string, Verb>>>()
  const invoked: unknown[][] = []
  const listeners = new Map<string, Set<Verb>>()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, Record<string, Verb>>) => exposed.set(name, api)
    },
    ipcRenderer: {
      invoke: async (...given: unknown[]) => void invoked.push(given),
      on: (channel: string, listener: Verb) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
      removeListener: (channel: string, listener: Verb) => void listeners.get(channel)?.delete(listener)
    },
    webUtils: { getPathForFile: ({ path }: { path: string }) => path }
  }
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a preload may not ask for ${name}`)
    return electron
  }
  const module = { exports: {} }
  vm.runInNewContext(built('preload', 'index.cjs'), { require, module, exports: module.exports })
  const tell = (channel: string, told: unknown): void => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: 'never for the page' }, told)
  }
  return { exposed, invoked, tell }
}
