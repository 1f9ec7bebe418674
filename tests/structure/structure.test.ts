import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../main/failure.ts'

const root = resolve(import.meta.dirname, '../..')

/** Paths of files, with forward slashes, relative to the project. */
function files(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'))
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

const sources = files('main/**/*.ts', 'preload/**/*.ts', 'renderer/**/*.{ts,tsx}')
const documents = files('*.md', 'docs/**/*.md', 'main/**/*.md', 'NOTICE', 'CHANGELOG.md')

describe('imports', () => {
  // In plain Node, importing Electron as a value starts a download of its executable.
  it('only the desktop room and the bridge import electron', () => {
    const importing = sources.filter((path) => /^import (?!type\b).*from 'electron(\/.*)?'/m.test(read(path)))
    const elsewhere = importing.filter((path) => !path.startsWith('main/desktop/') && path !== 'preload/index.ts')
    expect(elsewhere).toEqual([])
  })

  it.each(['sharp', 'onnxruntime-node', '@embedpdf/pdfium', 'zxing-wasm/reader'])(
    'only the engine loads %s, also where it is asked for by name',
    (name) => {
      const asking = sources.filter((path) => new RegExp(`(from|import\\(|require\\() ?'${name}'`).test(read(path)))
      expect(asking.length).toBeGreaterThan(0)
      expect(asking.filter((path) => !path.startsWith('main/engine/worker/'))).toEqual([])
    }
  )
})

describe('failure codes', () => {
  const code = sources
    .filter((path) => path !== 'main/failure.ts')
    .map(read)
    .join('\n')

  it.each(failureCodes.filter((name) => name !== 'internal'))('%s is thrown somewhere', (name) => {
    expect(code).toMatch(new RegExp(`'${name}'`))
  })
})

describe('documents', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

  it.each(documents)('%s names only npm scripts that there are', (path) => {
    const named = [...read(path).matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it.each(documents)('%s links only to files that there are', (path) => {
    const folder = join(root, path, '..')
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => resolve(folder, link ?? ''))
    expect(links.filter((link) => globSync(link).length === 0)).toEqual([])
  })

  it.each(documents)('%s names no path of one machine', (path) => {
    expect(read(path)).not.toMatch(/(^|[\s"'`(=])\/(work|home|root|tmp|Users)\b/m)
  })
})
