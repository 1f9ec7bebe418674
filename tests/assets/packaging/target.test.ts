import { describe, expect, it } from 'vitest'
import { engineParts, isForDevelopers } from '../../../assets/packaging/engine-files.ts'
import { nodeArchive } from '../../../assets/packaging/node-runtime.ts'
import { parseTarget, type Target, targetName } from '../../../assets/packaging/target.ts'

const targets: [string, string, string][] = [
  ['linux', 'x64', 'linux-x64'],
  ['linux', 'arm64', 'linux-arm64'],
  ['darwin', 'arm64', 'mac-arm64'],
  ['win32', 'x64', 'win-x64'],
  ['win32', 'arm64', 'win-arm64']
]

describe.each(targets)('%s on %s', (platform, arch, name) => {
  const target = parseTarget(platform, arch)

  it('has the name that electron-builder gives it', () => {
    expect(targetName(target)).toBe(name)
  })

  it('gets native packages of its own only', () => {
    const bound = engineParts(target)
      .flatMap((part) => [part.name, ...part.paths.map((path) => `${part.name}/${path}`)])
      .filter((path) => /(linux|darwin|win32)/.test(path))
    expect(bound.length).toBeGreaterThan(1)
    expect(bound.filter((path) => !new RegExp(`${platform}[-/]${arch}`).test(path))).toEqual([])
  })

  it('has a pinned archive of Node', () => {
    const archive = nodeArchive(target)
    expect(archive.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(archive.url).toMatch(/^https:\/\/nodejs\.org\/dist\/v24\.21\.0\//)
  })
})

it.each([
  ['darwin', 'x64'],
  ['freebsd', 'x64'],
  ['linux', 'armv7l'],
  ['', '']
])('there is no app for %s on %s', (platform, arch) => {
  expect(() => parseTarget(platform, arch)).toThrow(/not supported|no Glyphlens/)
})

it('no archive is made up for a system without one', () => {
  expect(() => nodeArchive({ platform: 'darwin', arch: 'x64' } satisfies Target)).toThrow(/No archive of Node/)
})

it.each([
  ['dist/index.d.ts', true],
  ['dist/index.js.map', true],
  ['README.md', true],
  ['LICENSE.md', false],
  ['dist/index.cjs', false],
  ['bin/libonnxruntime.so.1', false]
])('%s is for developers: %s', (path, expected) => {
  expect(isForDevelopers(path)).toBe(expected)
})
