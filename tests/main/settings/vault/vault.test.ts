import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../main/failure.ts'
import type { SecretBox } from '../../../../main/settings/vault/box.ts'
import { createVault, type Vault } from '../../../../main/settings/vault/vault.ts'
import { acceptanceWords } from '../../../../main/settings/vault/wording.ts'
import {
  brokenBox,
  canary,
  deniedBox,
  echoingBox,
  type MemoryStore,
  memoryStore,
  otherCanary,
  parse,
  passwordBox,
  rotatedBox,
  sleepingBox,
  workingBox
} from './fakes.ts'

const time = 1_700_000_000_000
const modelscope = { id: 'modelscope', variable: 'MODELSCOPE_API_KEY' }
const acceptance = acceptanceWords.en

function vaultOf(
  box: SecretBox,
  store: MemoryStore,
  { platform = 'linux', environment = {} }: { platform?: NodeJS.Platform; environment?: Record<string, string> } = {}
): Vault {
  return createVault({ box, store, clock: () => time, platform, environment, parse })
}

/** A store with the canary in it, encrypted by this box. */
async function filled(box: SecretBox, platform: NodeJS.Platform = 'linux'): Promise<MemoryStore> {
  const store = memoryStore()
  await vaultOf(box, store, { platform }).save('modelscope', canary)
  expect(store.log).toEqual(['write modelscope'])
  store.log.length = 0
  return store
}

describe('a system that protects', () => {
  test.each([
    ['darwin', workingBox({ backend: 'keychain', tag: 'v10' }), 'keychain'],
    ['win32', workingBox({ backend: 'dpapi', tag: 'v10' }), 'dpapi'],
    ['linux', workingBox(), 'keyring'],
    ['linux', workingBox({ backend: 'kwallet6' }), 'keyring']
  ] as const)('on %s stores the key, and has it after the next start', async (platform, box, protection) => {
    const store = memoryStore()
    const first = vaultOf(box, store, { platform })
    await expect(first.save('modelscope', ` ${canary}\n`)).resolves.toEqual({ kind: 'stored', protection })
    expect(first.find(modelscope)).toMatchObject({ key: canary, from: 'vault' })
    expect(store.records).toEqual({
      modelscope: { version: 1, backend: box.backend(), ciphertext: expect.any(String), lastFour: '4711', saved: time }
    })

    const second = vaultOf(box, store, { platform })
    expect(second.find(modelscope)).toBeUndefined()
    await expect(second.open()).resolves.toEqual(new Map([['modelscope', { kind: 'open' }]]))
    expect(second.find(modelscope)).toMatchObject({ key: canary, from: 'vault' })
    expect(second.list()).toEqual([
      {
        provider: 'modelscope',
        lastFour: '4711',
        isUsable: true,
        place: 'vault',
        opening: { kind: 'open' },
        isAccepted: false
      }
    ])
  })

  test('needs no agreement and records none', async () => {
    const store = memoryStore()
    await expect(vaultOf(workingBox(), store).save('modelscope', canary, { acceptance })).resolves.toMatchObject({
      kind: 'stored'
    })
    expect(store.records['modelscope']).not.toHaveProperty('acceptance')
  })

  test('the environment goes first', async () => {
    const store = memoryStore()
    const vault = vaultOf(workingBox(), store, { environment: { MODELSCOPE_API_KEY: ` ${otherCanary} ` } })
    await vault.save('modelscope', canary)
    expect(vault.find(modelscope)).toMatchObject({ key: otherCanary, from: 'environment' })
    expect(vault.find({ id: 'modelscope' })).toMatchObject({ key: canary, from: 'vault' })
  })

  test('is asked for nothing when nothing is stored', async () => {
    const vault = vaultOf({ ...workingBox(), isAvailable: () => expect.fail('the keychain was asked') }, memoryStore())
    await expect(vault.open()).resolves.toEqual(new Map())
  })
})

describe('Linux without a keyring', () => {
  test.each(['basic_text', 'unknown', 'gnome_libsecret'] as const)(
    '(%s) keeps the key for the session',
    async (backend) => {
      const store = memoryStore()
      const vault = vaultOf(passwordBox(backend), store)
      await expect(vault.save('modelscope', canary)).resolves.toEqual({ kind: 'session', canAccept: true })
      expect(store.log).toEqual([])
      expect(vault.find(modelscope)).toMatchObject({ key: canary, from: 'session' })
      await expect(vault.open()).resolves.toEqual(new Map())
      expect(vault.find(modelscope)).toMatchObject({ key: canary, from: 'session' })
    }
  )

  test.each(['basic_text', 'unknown', 'gnome_libsecret'] as const)(
    '(%s) stores it when that is accepted in words',
    async (backend) => {
      const box = passwordBox(backend)
      const store = memoryStore()
      await expect(vaultOf(box, store).save('modelscope', canary, { acceptance })).resolves.toEqual({
        kind: 'accepted'
      })
      expect(store.records['modelscope']).toMatchObject({ acceptance: { words: acceptance, time } })
      const next = vaultOf(box, store)
      await next.open()
      expect(next.find(modelscope)).toMatchObject({ key: canary, from: 'vault' })
      expect(next.list()).toMatchObject([{ isAccepted: true, place: 'vault' }])
    }
  )

  test.each(['', ' \n'])('takes %j for no agreement', async (words) => {
    const vault = vaultOf(passwordBox(), memoryStore())
    await expect(vault.save('modelscope', canary, { acceptance: words })).resolves.toEqual({
      kind: 'session',
      canAccept: true
    })
  })

  test('and without encryption stores nothing, accepted or not', async () => {
    const store = memoryStore()
    const vault = vaultOf({ ...workingBox(), isAvailable: async () => false }, store)
    await expect(vault.save('modelscope', canary, { acceptance })).resolves.toEqual({
      kind: 'session',
      canAccept: false
    })
    expect(store.log).toEqual([])
  })
})

describe('a system that refuses', () => {
  const keychain = workingBox({ backend: 'keychain', tag: 'v10' })

  test.each([true, false])(
    'a denied keychain (available %s) keeps what is stored, and the new key for the session',
    async (isAvailable) => {
      const store = await filled(keychain, 'darwin')
      const before = structuredClone(store.records)
      const vault = vaultOf(deniedBox(isAvailable), store, { platform: 'darwin' })
      await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 'denied' }]]))
      expect(() => vault.find(modelscope)).toThrow(/stored, but the keychain did not let the app in/)
      await expect(vault.save('modelscope', otherCanary)).resolves.toEqual({ kind: 'denied' })
      expect(vault.find(modelscope)).toMatchObject({ key: otherCanary, from: 'session' })
      expect(store.records).toEqual(before)
      expect(store.log).toEqual([])
    }
  )

  test('a keyring that sleeps keeps what is stored, and opens it when it is awake', async () => {
    const inner = workingBox()
    const store = await filled(inner)
    const box = sleepingBox(inner)
    const vault = vaultOf(box, store)
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 'unavailable' }]]))
    expect(() => vault.find(modelscope)).toThrow(Failure)
    expect(vault.list()).toMatchObject([{ lastFour: '4711', isUsable: false, place: 'vault' }])
    box.wake()
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 'open' }]]))
    expect(vault.find(modelscope)).toMatchObject({ key: canary, from: 'vault' })
    expect(store.log).toEqual([])
  })

  test('a sleeping one does not take the key that is in memory already', async () => {
    const inner = workingBox()
    const store = await filled(inner)
    let box = inner
    const vault = vaultOf({ ...inner, decrypt: (bytes) => box.decrypt(bytes) }, store)
    await vault.open()
    box = sleepingBox(inner)
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 'unavailable' }]]))
    expect(vault.find(modelscope)).toMatchObject({ key: canary })
  })

  test('Windows that cannot encrypt', async () => {
    const vault = vaultOf({ ...workingBox(), isAvailable: async () => false }, memoryStore(), { platform: 'win32' })
    await expect(vault.save('modelscope', canary)).resolves.toEqual({ kind: 'unavailable' })
  })

  test('a box that does not give back what it got is not trusted with anything', async () => {
    const store = memoryStore()
    await expect(vaultOf(echoingBox(), store).save('modelscope', canary)).resolves.toEqual({ kind: 'unproved' })
    expect(store.log).toEqual([])
  })
})

describe('a stored key that does not open stays', () => {
  test.each([
    [
      'another keyring',
      workingBox({ backend: 'kwallet6' }),
      { kind: 'changed-backend', from: 'gnome_libsecret', to: 'kwallet6' }
    ],
    ['no keyring any more', passwordBox(), { kind: 'changed-backend', from: 'gnome_libsecret', to: 'basic_text' }],
    ['the same keyring with another key', workingBox(), { kind: 'damaged' }],
    ['bytes that come out as they are', echoingBox(), { kind: 'damaged' }],
    ['a box that throws', brokenBox(), { kind: 'unavailable' }]
  ])('%s', async (_, box, outcome) => {
    const store = await filled(workingBox())
    const before = structuredClone(store.records)
    const vault = vaultOf(box, store)
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', outcome]]))
    expect(() => vault.find(modelscope)).toThrow(
      expect.objectContaining({ code: 'vision-key-missing', advice: expect.any(String) })
    )
    expect(store.records).toEqual(before)
    expect(store.log).toEqual([])
  })

  test('another key under the same record is noticed', async () => {
    const box = workingBox()
    const store = await filled(box)
    const foreign = await filled(box)
    await vaultOf(box, foreign).save('modelscope', otherCanary)
    Object.assign(store.records['modelscope'] as object, {
      ciphertext: (foreign.records['modelscope'] as { ciphertext: string }).ciphertext
    })
    await expect(vaultOf(box, store).open()).resolves.toEqual(new Map([['modelscope', { kind: 'damaged' }]]))
  })

  test.each([
    [{ version: 9 }, 'newer'],
    ['nonsense', 'damaged'],
    [null, 'damaged']
  ])('a record %j is %s, and the others open', async (raw, kind) => {
    const box = workingBox()
    const store = await filled(box)
    store.records['openai'] = raw
    const vault = vaultOf(box, store)
    await expect(vault.open()).resolves.toEqual(
      new Map([
        ['modelscope', { kind: 'open' }],
        ['openai', { kind }]
      ])
    )
    expect(store.records['openai']).toEqual(raw)
    expect(() => vault.find({ id: 'openai' })).toThrow(Failure)
  })
})

describe('a system that wants it anew', () => {
  const former = workingBox()

  test('gets it anew', async () => {
    const store = await filled(former)
    const before = structuredClone(store.records['modelscope'])
    const present = workingBox()
    const vault = vaultOf(rotatedBox(former, present), store)
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 're-encrypted' }]]))
    expect(store.records['modelscope']).toEqual({
      ...(before as object),
      ciphertext: expect.not.stringMatching((before as { ciphertext: string }).ciphertext)
    })
    const next = vaultOf(present, store)
    await expect(next.open()).resolves.toEqual(new Map([['modelscope', { kind: 'open' }]]))
    expect(next.find(modelscope)).toMatchObject({ key: canary })
  })

  test.each([
    ['when it would protect less', passwordBox()],
    ['when nothing is encrypted', deniedBox()],
    ['when it does not come back', { ...workingBox(), decrypt: () => Promise.reject(new Error('lost')) }]
  ])('keeps the former one %s', async (_, present) => {
    const store = await filled(former)
    const before = structuredClone(store.records)
    const vault = vaultOf(rotatedBox(former, present), store)
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 're-encryption-put-off' }]]))
    expect(vault.find(modelscope)).toMatchObject({ key: canary, from: 'vault' })
    expect(store.records).toEqual(before)
  })

  test('keeps the former one when the disk refuses', async () => {
    const store = await filled(former)
    store.fail(new Failure('disk', 'full'))
    const vault = vaultOf(rotatedBox(former, workingBox()), store)
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 're-encryption-put-off' }]]))
    expect(vault.find(modelscope)).toMatchObject({ key: canary })
  })
})

describe('storing', () => {
  test('a disk that refuses is told, and the key holds for the session', async () => {
    const store = memoryStore()
    store.fail(new Failure('disk', 'full'))
    const vault = vaultOf(workingBox(), store)
    await expect(vault.save('modelscope', canary)).rejects.toMatchObject({ code: 'disk' })
    expect(vault.find(modelscope)).toMatchObject({ key: canary, from: 'session' })
  })

  test.each([
    ['', 'vision-key-missing'],
    ['two words', 'vision-key-format'],
    [`${canary}密`, 'vision-key-format']
  ])('%j keeps nothing', async (text, code) => {
    const vault = vaultOf(workingBox(), memoryStore())
    await expect(vault.save('modelscope', text)).rejects.toMatchObject({ code })
    expect(vault.find(modelscope)).toBeUndefined()
    expect(vault.list()).toEqual([])
  })

  test('opening and storing at once leaves the new key', async () => {
    const former = workingBox()
    const store = await filled(former)
    const vault = vaultOf(rotatedBox(former, workingBox()), store)
    await Promise.all([vault.open(), vault.save('modelscope', otherCanary), vault.open()])
    expect(vault.find(modelscope)).toMatchObject({ key: otherCanary, from: 'vault' })
  })

  test('a key of the session is not replaced by the stored one', async () => {
    const inner = workingBox()
    const store = await filled(inner)
    const box = sleepingBox(inner)
    const vault = vaultOf(box, store)
    await expect(vault.save('modelscope', otherCanary)).resolves.toEqual({ kind: 'unavailable' })
    box.wake()
    await expect(vault.open()).resolves.toEqual(new Map([['modelscope', { kind: 'open' }]]))
    expect(vault.find(modelscope)).toMatchObject({ key: otherCanary, from: 'session' })
    expect(vault.list()).toMatchObject([{ lastFour: '0815', place: 'session', opening: { kind: 'open' } }])
  })
})

describe('removing', () => {
  test('is the only thing that removes, and happens on order', async () => {
    const store = await filled(workingBox())
    const vault = vaultOf(brokenBox(), store)
    await vault.open()
    await expect(vault.remove('modelscope')).resolves.toBe(true)
    expect(store.records).toEqual({})
    expect(vault.find(modelscope)).toBeUndefined()
    expect(vault.list()).toEqual([])
  })

  test('takes a key of the session, too', async () => {
    const vault = vaultOf(passwordBox(), memoryStore())
    await vault.save('modelscope', canary)
    await vault.remove('modelscope')
    expect(vault.find(modelscope)).toBeUndefined()
  })

  test('that fails leaves everything as it was', async () => {
    const box = workingBox()
    const store = await filled(box)
    const vault = vaultOf(box, store)
    await vault.open()
    store.fail(new Failure('disk', 'read-only'))
    await expect(vault.remove('modelscope')).rejects.toMatchObject({ code: 'disk' })
    expect(vault.find(modelscope)).toMatchObject({ key: canary })
  })

  test('by somebody else leaves an open key for the session, and forgets one that was not', async () => {
    const box = workingBox()
    const store = await filled(box)
    store.records['openai'] = null
    const vault = vaultOf(box, store)
    await vault.open()
    delete store.records['modelscope']
    delete store.records['openai']
    await vault.open()
    expect(vault.list()).toMatchObject([{ provider: 'modelscope', place: 'session', opening: undefined }])
    expect(vault.find({ id: 'openai' })).toBeUndefined()
  })
})
