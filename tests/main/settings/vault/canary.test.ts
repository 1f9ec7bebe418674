import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SecretBox } from '../../../../main/settings/vault/box.ts'
import { createVault } from '../../../../main/settings/vault/vault.ts'
import { acceptanceWords, describeOpening, describeSaving } from '../../../../main/settings/vault/wording.ts'
import {
  brokenBox,
  canary,
  deniedBox,
  echoingBox,
  memoryStore,
  otherCanary,
  parse,
  passwordBox,
  rotatedBox,
  sleepingBox,
  workingBox
} from './fakes.ts'

const shared = workingBox()

const boxes: readonly (readonly [string, NodeJS.Platform, SecretBox])[] = [
  ['a keychain', 'darwin', workingBox({ backend: 'keychain', tag: 'v10' })],
  ['a denied keychain', 'darwin', deniedBox()],
  ['DPAPI', 'win32', workingBox({ backend: 'dpapi', tag: 'v10' })],
  ['a keyring', 'linux', shared],
  ['no keyring', 'linux', passwordBox()],
  ['a keyring that is none', 'linux', passwordBox('gnome_libsecret')],
  ['a sleeping keyring', 'linux', sleepingBox(shared)],
  ['a changed key', 'linux', rotatedBox(shared, workingBox())],
  ['another keyring', 'linux', workingBox({ backend: 'kwallet6' })],
  ['bytes as they are', 'linux', echoingBox()],
  ['a broken box', 'linux', brokenBox()]
]

let written: string[]

beforeEach(() => {
  written = []
  const collect = (chunk: unknown) => {
    written.push(String(chunk))
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(collect)
  vi.spyOn(process.stderr, 'write').mockImplementation(collect)
})

afterEach(() => vi.restoreAllMocks())

/** All ways in which an object ends up in a log, a message or a crash report. */
function traces(value: unknown): string[] {
  const ways = [
    () => inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
    () => JSON.stringify(value),
    () => String(value),
    () => inspect(structuredClone(value), { depth: Number.POSITIVE_INFINITY }),
    () => (value instanceof Error ? `${value.stack} ${inspect(value.cause)}` : '')
  ]
  return ways.map((way) => {
    try {
      return way()
    } catch (thrown) {
      return inspect(thrown)
    }
  })
}

const forms = [canary, otherCanary].flatMap((key) => [
  key,
  encodeURIComponent(key),
  Buffer.from(key).toString('base64').slice(0, -4),
  Buffer.from(key).toString('hex'),
  Array.from(key).toReversed().join('')
])

test.each(boxes)('nothing but the key itself shows the key: %s', async (_, platform, box) => {
  const store = memoryStore()
  await createVault({ box: shared, store, clock: () => 0, platform: 'linux', environment: {}, parse }).save(
    'modelscope',
    canary
  )
  const vault = createVault({
    box,
    store,
    clock: () => 0,
    platform,
    environment: { OPENAI_API_KEY: otherCanary },
    parse
  })
  const seen: unknown[] = []
  const note = async (work: () => unknown) => {
    try {
      seen.push(await work())
    } catch (thrown) {
      seen.push(thrown)
    }
  }
  const find = () => vault.find({ id: 'modelscope' })
  await note(() => vault.open())
  await note(find)
  await note(() => vault.save('modelscope', canary))
  await note(() => vault.save('modelscope', otherCanary, { acceptance: acceptanceWords.en }))
  await note(() => vault.save('modelscope', `${canary} ${otherCanary}`))
  await note(() => vault.save('modelscope', `https://${canary}`))
  await note(() => vault.verifyForm('modelscope', canary))
  await note(() => vault.verifyForm('modelscope', `${canary}密`))
  await note(find)
  await note(() => vault.find({ id: 'openai', variable: 'OPENAI_API_KEY' }))
  await note(() => vault.open())
  await note(() => vault.list())
  await note(() => vault)
  store.fail(new Error('the disk refuses'))
  await note(() => vault.save('modelscope', canary))
  await note(() => vault.remove('modelscope'))
  for (const outcome of (await vault.open()).values()) await note(() => describeOpening(outcome, platform))
  await note(() => describeSaving({ kind: 'denied' }, platform))
  const text = [...seen.flatMap(traces), ...written, JSON.stringify(store.records)].join('\n')
  expect(forms.filter((form) => text.includes(form))).toEqual([])
  // The test would notice: the key is there for whoever asks for it.
  expect(find()?.key).toBe(canary)
})
