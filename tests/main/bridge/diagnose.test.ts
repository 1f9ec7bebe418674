import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ScreenFacts } from '../../../main/bridge/diagnose/displays.ts'
import { sizeText } from '../../../main/bridge/diagnose/units.ts'
import { createDiagnose, type DiagnosePorts } from '../../../main/bridge/diagnose.ts'
import type { StageTimes } from '../../../main/capture/times/stages.ts'
import { Failure } from '../../../main/failure.ts'
import type { Diagnosis, Finding } from '../../../preload/contract/app.ts'
import type { HotkeyView, KeyView } from '../../../preload/contract/settings.ts'
import { useVisionServer } from '../../fakes/vision-server/in-tests.ts'
import { canary } from '../settings/vault/fakes.ts'
import { openHome, samples } from './home.ts'

const server = useVisionServer()

afterEach(() => {
  const red = server().red()
  if (red.length > 0) throw new Error(`the provider has seen red: ${JSON.stringify(red)}`)
})

const screen: ScreenFacts = {
  displays: [
    { id: 1, bounds: { x: 0, y: 0, width: 1536, height: 960 }, scale: 1.25, rotation: 0 },
    { id: 2, bounds: { x: 1536, y: 0, width: 1080, height: 1920 }, scale: 2, rotation: 90 }
  ],
  isWayland: false,
  permission: undefined
}

const capture: StageTimes = {
  mode: 'read-region',
  spent: { freezing: 80, showing: 60, selecting: 900, cropping: 10, reading: 300, delivering: 20 }
}

const usable: KeyView = {
  provider: 'modelscope',
  lastFour: '4711',
  isUsable: true,
  from: 'vault',
  message: 'The key is ready.'
}

async function diagnose(changed: Partial<DiagnosePorts> = {}, environment = {}): Promise<Diagnosis> {
  const { house } = await openHome(environment)
  const look = createDiagnose({
    house,
    archive: house.archive,
    version: '1.2.3',
    versions: { Electron: '45.4.1', System: 'linux x64' },
    platform: 'linux',
    screen: () => screen,
    hotkeys: () => [{ mode: 'read-region', accelerator: 'shift+ctrl+1', state: 'works' }],
    keys: () => [],
    keyring: async () => ({ isAvailable: true, backend: 'gnome_libsecret' }),
    resolveProxy: async () => 'DIRECT',
    captureTimes: () => [capture],
    language: () => 'en',
    ...changed
  })
  return await look()
}

/** Value and state of a room's findings by their names. */
function found({ findings }: Diagnosis, room: Finding['room']): Record<string, readonly [string, string]> {
  const here = findings.filter((finding) => finding.room === room)
  return Object.fromEntries(here.map(({ name, value, state }) => [name, [value, state] as const]))
}

describe('a healthy app', () => {
  test('is found to be so, room by room', async () => {
    const diagnosis = await diagnose()
    expect(diagnosis.findings.filter(({ state }) => state === 'bad' || state === 'doubtful')).toEqual([])
    expect(found(diagnosis, 'app')).toMatchObject({ Glyphlens: ['1.2.3', 'plain'], Settings: ['readable', 'good'] })
    expect(found(diagnosis, 'engine')['State']?.[0]).toContain('rests')
    expect(found(diagnosis, 'pack')).toMatchObject({ Files: ['every hash is right', 'good'] })
    expect(found(diagnosis, 'displays')).toEqual({
      'Display 1': ['1920 × 1200, 125 %', 'plain'],
      'Display 2': ['2160 × 3840, 200 %, 90°', 'plain']
    })
    expect(found(diagnosis, 'hotkeys')).toEqual({ 'Read a region': ['Control+Shift+1: works', 'good'] })
    expect(found(diagnosis, 'keyring')).toMatchObject({ Backend: ['gnome_libsecret', 'plain'] })
    expect(found(diagnosis, 'network')).toMatchObject({ Proxy: ['none', 'plain'] })
    expect(found(diagnosis, 'library')).toMatchObject({ Database: ['sound', 'good'] })
    expect(found(diagnosis, 'capture')).toEqual({
      'Hotkey to overlay': ['140 ms, 95 of 100 within 140 ms (1 capture)', 'good'],
      'Release to text': ['330 ms, 95 of 100 within 330 ms (1 capture)', 'plain']
    })
    expect(server().log()).toEqual([])
  })

  test('tells of crashes, sizes and many captures', async () => {
    const { house } = await openHome()
    const status = { state: 'busy', restarts: 3, crashes: 1, queue: 2, rss: 512_000_000 } as const
    const diagnosis = await diagnose({
      house: { ...house, engine: { ...house.engine, status: () => status } },
      captureTimes: () => [capture, capture],
      versions: { Electron: '', Node: '24' }
    })
    expect(found(diagnosis, 'engine')).toEqual({
      State: ['reads', 'good'],
      Restarts: ['3, 1 after a crash', 'doubtful'],
      Waiting: ['2', 'plain'],
      Memory: ['512 MB', 'plain']
    })
    expect(found(diagnosis, 'capture')['Release to text']?.[0]).toContain('(2 captures)')
    const waits = { mode: 'read-region', overlay: 140, text: 330 }
    expect(diagnosis.captures).toEqual([waits, waits])
    expect(Object.keys(found(diagnosis, 'app'))).toEqual(['Glyphlens', 'Node', 'Settings'])
  })

  test.each([
    [0, '0 kB'],
    [999_400, '999 kB'],
    [1_250_000, '1.3 MB'],
    [512_000_000, '512 MB'],
    [82_636_000_000, '83 GB'],
    [5e15, '5000 TB']
  ])('%s bytes are %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text)
  })

  test('is told in Chinese, and reported in English', async () => {
    const diagnosis = await diagnose({ language: () => 'zh-CN' })
    const latin = diagnosis.findings.filter(({ name, value }) => !/\p{Script=Han}/u.test(`${name}${value}`))
    expect(latin.map(({ name }) => name)).toEqual(['Glyphlens', 'Electron'])
    expect(diagnosis.report).not.toMatch(/\p{Script=Han}/u)
    expect(diagnosis.report).toContain('Hotkey to overlay: 140 ms')
  })
})

describe('what is not as it should be', () => {
  test.each<[string, Partial<DiagnosePorts>, Finding['room'], string, Finding['state']]>([
    ['no displays', { screen: () => ({ ...screen, displays: [] }) }, 'displays', 'Displays', 'bad'],
    [
      'no permission',
      { screen: () => ({ ...screen, permission: 'denied' }) },
      'displays',
      'Permission to see the screen',
      'bad'
    ],
    [
      'a hotkey that did not take',
      { hotkeys: () => [{ mode: 'read-window', accelerator: 'F8', state: 'failed', message: 'Taken.' }] },
      'hotkeys',
      'Read a window',
      'bad'
    ],
    [
      'no keyring',
      { keyring: async () => ({ isAvailable: true, backend: 'basic_text' }) },
      'keyring',
      'Protection of keys',
      'doubtful'
    ],
    [
      'a key that does not open',
      { keys: () => [{ ...usable, isUsable: false }] },
      'keyring',
      'Key of modelscope',
      'bad'
    ],
    [
      'slow overlays',
      { captureTimes: () => [{ ...capture, spent: { ...capture.spent, showing: 900 } }] },
      'capture',
      'Hotkey to overlay',
      'doubtful'
    ],
    [
      'a library that cannot be opened',
      {
        archive: () => {
          throw new Failure('library-newer', 'A newer version wrote it.')
        }
      },
      'library',
      'Problem',
      'bad'
    ],
    ['a screen that throws', { screen: () => JSON.parse('') }, 'displays', 'Problem', 'bad']
  ])('%s', async (_, changed, room, name, state) => {
    const diagnosis = await diagnose(changed)
    expect(found(diagnosis, room)[name]?.[1]).toBe(state)
    // The rest is looked at all the same.
    expect(new Set(diagnosis.findings.map((finding) => finding.room)).size).toBe(9)
  })
})

/** What is found of the way to a scenario of the server. */
async function wayTo(scenario: string): Promise<Finding | undefined> {
  const { house } = await openHome({ MODELSCOPE_API_KEY: server().key })
  await house.preferences.set({ vision: { providers: { modelscope: { baseUrl: server().url(scenario) } } } })
  const { findings } = await diagnose({ house, keys: () => [usable] })
  return findings.find(({ name }) => name === 'Way there')
}

describe('the way to the preferred provider', () => {
  test.each([
    ['models-ok', 'good', 'open', undefined],
    ['models-401', 'doubtful', 'open', 'vision-auth'],
    ['models-404', 'doubtful', 'open', 'vision-not-an-api'],
    ['models-html', 'doubtful', 'open', 'vision-not-an-api'],
    ['refused', 'bad', 'closed', 'vision-network'],
    ['dns', 'bad', 'closed', 'vision-dns']
  ])('%s is %s', async (scenario, state, beginning, code) => {
    const way = await wayTo(scenario)
    expect(way?.state).toBe(state)
    expect(way?.value.startsWith(beginning)).toBe(true)
    // The window says the failure in the person's language.
    expect(typeof way?.advice === 'object' ? way.advice.code : undefined).toBe(code)
    expect(
      server()
        .log()
        .filter(({ method }) => method !== 'GET')
    ).toEqual([])
  })
})

test('the report holds nothing private', async () => {
  const secret = 'canary-4711'
  const { house, folder, archive, intake } = await openHome({ MODELSCOPE_API_KEY: canary })
  const data = join(folder, 'home', 'data')
  await mkdir(data, { recursive: true })
  await writeFile(join(folder, `${secret}.png`), 'no picture')
  await intake.paths([join(folder, `${secret}.png`)])
  const picture = await archive.keep({ bytes: await readFile(join(samples, 'receipt.png')) })
  const job = { picture, name: `${secret}.png`, source: 'file', origin: `/home/${secret}`, task: 'ask' } as const
  archive.queue.add({ ...job, engine: 'modelscope', parameters: { question: secret } })
  await house.preferences.set({
    vision: { providers: { modelscope: { baseUrl: `https://${secret}.invalid/v1` } } },
    tasks: { custom: [{ name: secret, prompt: secret, result: 'text' }] }
  })
  const preferences = {
    ...house.preferences,
    notice: { message: `The old file was kept as /home/${secret}/config.json.` }
  }
  const hotkeys: HotkeyView[] = [
    { mode: 'read-region', accelerator: secret, state: 'failed', message: secret, advice: secret }
  ]
  const diagnosis = await diagnose({
    house: { ...house, preferences },
    archive: () => ({
      ...archive,
      store: { ...archive.store, notices: [{ message: `/home/${secret}/library.damaged` }] }
    }),
    hotkeys: () => hotkeys,
    keys: () => [{ ...usable, message: secret, advice: secret }],
    resolveProxy: async () => `PROXY ${secret}:${secret}@${secret}.example:8080; DIRECT`,
    screen: () => {
      throw new Failure('disk', `/home/${secret} cannot be read.`)
    }
  })
  const { report } = diagnosis
  expect(report).toContain('modelscope, another address')
  expect(report).toContain('Proxy: PROXY')
  expect(report).toContain('[displays]\n  Problem: disk')
  for (const word of [secret, canary, '4711', folder, house.folders.data, 'receipt', 'corner shop']) {
    expect(report).not.toContain(word)
  }
  // The person sees where the way leads, without the password.
  expect(found(diagnosis, 'network')['Proxy']?.[0]).toBe(`PROXY ${secret}.example:8080; DIRECT`)
})
