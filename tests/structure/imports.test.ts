import { describe, expect, test } from 'vitest'
import { closureOf, files, read, sources, valueImports } from './sources.ts'

const importsOf = new Map(sources.map((path) => [path, valueImports(read(path), path)]))
const importing = (name: RegExp): string[] =>
  [...importsOf].filter(([, names]) => names.some((asked) => name.test(asked))).map(([path]) => path)

describe('the arrows between rooms', () => {
  // In plain Node, importing Electron as a value starts a download of its executable.
  test('only the desktop room and the bridge import electron', () => {
    const found = importing(/^electron(\/.*)?$/)
    expect(found).toContain('preload/index.ts')
    expect(found.filter((path) => !path.startsWith('main/desktop/') && path !== 'preload/index.ts')).toEqual([])
  })

  test.each(['sharp', 'onnxruntime-node', '@embedpdf/pdfium', 'zxing-wasm/reader'])(
    'only the engine loads %s',
    (name) => {
      const found = importing(new RegExp(`^${name}$`))
      expect(found.length).toBeGreaterThan(0)
      expect(found.filter((path) => !path.startsWith('main/engine/worker/'))).toEqual([])
    }
  )

  test.each([
    ['electron-updater', ['main/desktop/update/updater.ts']],
    ['electron-store', ['main/desktop/vault/open.ts', 'main/desktop/vault/store.ts']]
  ])('%s is known in its own files only', (name, places) => {
    expect(importing(new RegExp(`^${name}$`)).toSorted()).toEqual(places)
  })

  test('nothing but its start knows the desktop room', () => {
    const outside = sources.filter((path) => !path.startsWith('main/desktop/') && path !== 'main/index.ts')
    const known = outside.filter((path) => importsOf.get(path)?.some((asked) => asked.includes('desktop/')))
    expect(known).toEqual([])
  })
})

/** What is there on one platform only. */
const isPlatform = (name: string): boolean => name.startsWith('node:') || /^electron(-.*)?$/.test(name)

describe('what is brought along', () => {
  test('the contract loads anywhere', () => {
    const { files: brought, packages } = closureOf(files('preload/contract/**/*.ts'))
    expect([...packages].toSorted()).toEqual(['zod'])
    expect([...brought].filter((path) => /^(main\/(desktop|bridge|engine\/worker)|renderer)\//.test(path))).toEqual([])
  })

  test('the preload brings its lists of names and nothing else', () => {
    const { files: brought, packages } = closureOf(['preload/index.ts'])
    expect([...brought].toSorted()).toEqual(['preload/contract/channels.ts', 'preload/index.ts'])
    expect([...packages]).toEqual(['electron'])
  })

  test('the window brings nothing of main but what is pure', () => {
    const { files: brought, packages } = closureOf(files('renderer/app/{index,overlay,panel}.tsx'))
    expect(brought.size).toBeGreaterThan(20)
    expect([...packages].filter(isPlatform)).toEqual([])
    const rooms = [...brought].filter((path) => path.startsWith('main/')).map((path) => path.split('/')[1])
    expect([...new Set(rooms)].filter((room) => room === 'desktop' || room === 'bridge' || room === 'vision')).toEqual(
      []
    )
  })

  test('policies and words decide without Electron', () => {
    const { packages } = closureOf(files('main/policy/**/*.ts', 'main/desktop/words/**/*.ts'))
    expect([...packages].filter((name) => name.startsWith('electron'))).toEqual([])
  })

  test('the bridge can be tried in plain Node', () => {
    const { packages } = closureOf(files('main/bridge/**/*.ts'))
    expect([...packages].filter((name) => name.startsWith('electron'))).toEqual([])
  })
})
