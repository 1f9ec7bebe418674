import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startDesktop } from '../../../main/desktop/start.ts'

/** What was asked of Electron, in order. */
const asked = vi.hoisted((): unknown[][] => [])
const answers = vi.hoisted(() => ({ isFirst: true }))

const note = vi.hoisted(() => (name: string, answer?: () => unknown) => (...given: unknown[]) => {
  asked.push([name, ...given])
  return answer?.()
})

vi.mock('electron', () => {
  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    setName: note('setName'),
    setPath: (name: string, path: string) => {
      asked.push(['setPath', name, path])
      // As Electron's documentation has it.
      if (!existsSync(path)) throw new Error(`no such folder: ${path}`)
    },
    requestSingleInstanceLock: note('requestSingleInstanceLock', () => answers.isFirst),
    enableSandbox: note('enableSandbox'),
    // Never ready: what comes then is another test's.
    whenReady: note('whenReady', () => new Promise(() => {})),
    isReady: () => false,
    quit: note('quit'),
    exit: note('exit'),
    getLoginItemSettings: () => ({ wasOpenedAtLogin: false })
  })
  return {
    app,
    dialog: { showErrorBox: note('showErrorBox') },
    protocol: { registerSchemesAsPrivileged: note('registerSchemesAsPrivileged') }
  }
})
vi.mock('../../../main/desktop/open.ts', () => ({ openDesktop: () => {} }))

const watched = ['uncaughtException', 'unhandledRejection'] as const
const former = new Map(watched.map((name) => [name, process.listeners(name as 'uncaughtException')]))

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'glyphlens-start-'))
  vi.stubEnv('GLYPHLENS_HOME', home)
  asked.length = 0
  answers.isFirst = true
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const name of watched) {
    for (const listener of process.listeners(name as 'uncaughtException')) {
      if (!former.get(name)?.includes(listener)) process.off(name, listener)
    }
  }
  rmSync(home, { recursive: true, force: true })
})

const names = (): unknown[] => asked.map(([name]) => name)

test('the lock comes first, the sandbox and the scheme before anything is ready', () => {
  startDesktop()
  expect(names()).toEqual([
    'setName',
    'setPath',
    'requestSingleInstanceLock',
    'enableSandbox',
    'registerSchemesAsPrivileged',
    'whenReady'
  ])
})

test('the scheme is a secure one that bypasses no policy', () => {
  startDesktop()
  const [, schemes] = asked.find(([name]) => name === 'registerSchemesAsPrivileged') ?? []
  expect(schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
    }
  ])
})

test('there is one instance for each data folder, and a second one hands over what it was asked', () => {
  answers.isFirst = false
  startDesktop()
  expect(asked).toEqual([
    ['setName', 'Glyphlens'],
    ['setPath', 'userData', join(home, 'data', 'browser')],
    ['requestSingleInstanceLock', { words: expect.any(Array), folder: process.cwd() }],
    ['quit']
  ])
})

test('a home that is none is said in a box, and nothing is started', () => {
  vi.stubEnv('GLYPHLENS_HOME', 'not/absolute')
  startDesktop()
  expect(asked).toEqual([
    ['showErrorBox', 'Glyphlens', expect.stringContaining('GLYPHLENS_HOME')],
    ['exit', 1]
  ])
})

test('a folder that cannot be made is said in a box', () => {
  writeFileSync(join(home, 'data'), 'a file')
  startDesktop()
  expect(asked).toEqual([
    ['setName', 'Glyphlens'],
    ['showErrorBox', 'Glyphlens', expect.stringContaining('The folder of the app cannot be made.')],
    ['exit', 1]
  ])
})
