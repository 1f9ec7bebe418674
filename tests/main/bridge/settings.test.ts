import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { WantedChange } from '../../../main/bridge/settings/change.ts'
import { acceptanceWords } from '../../../main/settings/vault/wording.ts'
import type { KeyOutcome } from '../../../preload/contract/settings.ts'
import { rejectionOf } from '../library/shelf.ts'
import {
  brokenBox,
  canary,
  deniedBox,
  memoryStore,
  otherCanary,
  passwordBox,
  workingBox
} from '../settings/vault/fakes.ts'
import { caller, type Desk, openDesk } from './key-desk.ts'

const read = ({ settings }: Desk) => Promise.resolve(settings.read({}, caller))
const change = ({ settings }: Desk, wanted: WantedChange) => Promise.resolve(settings.change(wanted, caller))
const save = ({ settings }: Desk, text: string, accept = false, provider = 'modelscope') =>
  Promise.resolve(settings.key({ action: 'save', provider, text, accept }, caller))
const keyAction = ({ settings }: Desk, action: 'remove' | 'open'): Promise<KeyOutcome> =>
  Promise.resolve(settings.key(action === 'open' ? { action } : { action, provider: 'modelscope' }, caller))
const look = ({ settings }: Desk, text: string) =>
  Promise.resolve(settings.key({ action: 'look', provider: 'modelscope', text }, caller))

const at = (baseUrl: string) => ({ vision: { providers: { modelscope: { baseUrl } } } })
const stored = ({ house }: Desk) => house.preferences.get().vision.providers['modelscope']?.baseUrl

describe('what the window sees', () => {
  test('of a new installation: defaults, all providers, the packs, no key', async () => {
    const view = await read(await openDesk())
    expect(view.keys).toEqual([])
    expect(view.values.appearance.theme).toBe('system')
    expect(view.hotkeys).toHaveLength(1)
    expect(view.packs.find(({ active }) => active)).toMatchObject({ kind: 'embedded', state: 'ready' })
    expect(view.providers.map(({ id }) => id)).toEqual(expect.arrayContaining(['modelscope', 'ollama', 'custom']))
    expect(view.providers.filter(({ inUse }) => inUse).map(({ id }) => id)).toEqual(['modelscope'])
    expect(view.providers.filter(({ isLocal }) => isLocal).map(({ id }) => id)).toContain('ollama')
    expect(view.acceptance).toBe(acceptanceWords.en)
    expect(() => structuredClone(view)).not.toThrow()
  })

  test('what the person has changed about a provider', async () => {
    const desk = await openDesk()
    const fast = 'qwen3-vl:4b'
    const { providers } = await change(desk, {
      vision: { providers: { ollama: { baseUrl: 'http://127.0.0.1:9/v1/', fast } } }
    })
    expect(providers.find(({ id }) => id === 'ollama')).toMatchObject({
      baseUrl: 'http://127.0.0.1:9/v1',
      defaultBaseUrl: 'http://localhost:11434/v1',
      fast,
      inUse: true,
      isLocal: true
    })
  })

  test('a key for each place that it can come from, and which one holds', async () => {
    const desk = await openDesk({ environment: { SILICONFLOW_API_KEY: 'sk-environment-0001' } })
    await desk.house.keys.store('openai', 'sk-of-the-file-0002')
    await save(desk, canary)
    await save(desk, 'sk-or-stored-0003', false, 'openrouter')
    await desk.house.keys.store('openrouter', 'sk-or-of-the-file-0004')
    const { keys, providers } = await read(desk)
    expect(keys.map(({ provider, from, lastFour }) => [provider, from, lastFour])).toEqual([
      ['modelscope', 'vault', '4711'],
      ['siliconflow', 'environment', '0001'],
      ['openrouter', 'vault', '0003'],
      ['openai', 'file', '0002']
    ])
    expect(providers.filter(({ inUse }) => inUse)).toHaveLength(4)
  })

  test('a stored key that does not open, and that of the file instead where there is one', async () => {
    const box = workingBox()
    const store = memoryStore()
    await save(await openDesk({ box, store }), canary)
    const desk = await openDesk({ box: deniedBox(), store, platform: 'darwin' })
    await keyAction(desk, 'open')
    expect((await read(desk)).keys).toMatchObject([{ isUsable: false, from: 'vault', lastFour: '4711' }])
    expect(() => desk.house.vision.check({ provider: 'modelscope' })).toThrow('keychain did not let the app in')
    await desk.house.keys.store('modelscope', 'ms-of-the-file-0002')
    expect((await read(desk)).keys).toMatchObject([{ isUsable: true, from: 'file', lastFour: '0002' }])
    expect(() => desk.house.vision.check({ provider: 'modelscope' })).not.toThrow()
  })
})

describe('changing', () => {
  test('is written, applied, then told', async () => {
    const desk = await openDesk()
    const view = await change(desk, { appearance: { theme: 'dark' }, desktop: { startAtLogin: true } })
    expect(view.values.appearance.theme).toBe('dark')
    expect(desk.house.preferences.get().desktop.startAtLogin).toBe(true)
    expect(desk.happened).toEqual(['applied appearance, desktop', 'changed'])
  })

  test('what could not be applied is written and told all the same', async () => {
    const desk = await openDesk({ applied: () => Promise.reject(new Error('no login item')) })
    await expect(change(desk, { desktop: { startAtLogin: true } })).rejects.toThrow('no login item')
    expect(desk.house.preferences.get().desktop.startAtLogin).toBe(true)
    expect(desk.happened).toEqual(['changed'])
  })

  test('goes back to the default where nothing is given', async () => {
    const desk = await openDesk()
    await change(desk, { library: { keepDays: 30 } })
    const { values } = await change(desk, { library: { keepDays: undefined } })
    expect(values.library.keepDays).toBeUndefined()
  })

  test.each<[string, WantedChange]>([
    ['a value that does not fit', { appearance: { theme: 'pink' } }],
    ['a setting that does not exist', { appearance: { glow: true } }],
    ['one that only objects have', { appearance: { toString: 'x' } }],
    ['a good value beside a bad one', { appearance: { theme: 'dark', textScale: 99 } }],
    ['where the library lies', { library: { folder: '/elsewhere' } }],
    ['what is removed as its former place', { library: { former: '/elsewhere' } }],
    ['a task without a prompt', { tasks: { custom: [{ name: 'a', prompt: ' ', result: 'text' }] } }]
  ])('nothing is written of %s', async (_, wanted) => {
    const desk = await openDesk()
    expect((await rejectionOf(change(desk, wanted))).code).toBe('usage')
    expect(desk.house.preferences.get().appearance.theme).toBe('system')
    expect(desk.happened).toEqual([])
  })
})

describe('addresses of providers', () => {
  test.each([
    ['the provider’s own host', 'https://api-inference.modelscope.cn/v1/chat/completions'],
    ['this machine', ' http://127.0.0.1:8000/v1 '],
    ['this machine by name', 'http://localhost:8000/v1']
  ])('nobody is asked about %s', async (_, text) => {
    const desk = await openDesk({ agrees: false })
    await change(desk, at(text))
    expect(stored(desk)).toBe(text.trim().replace('/chat/completions', ''))
    expect(desk.happened).toEqual(['applied vision', 'changed'])
  })

  test('the person is asked about another host, once', async () => {
    const desk = await openDesk()
    await change(desk, at('https://gateway.example/v1'))
    await change(desk, at('https://gateway.example/v2'))
    expect(stored(desk)).toBe('https://gateway.example/v2')
    expect(desk.happened.filter((event) => String(event).startsWith('may'))).toEqual([
      'may ModelScope go to gateway.example?'
    ])
  })

  test('nothing is written when the person says no', async () => {
    const desk = await openDesk({ agrees: false })
    expect((await rejectionOf(change(desk, at('https://gateway.example/v1')))).code).toBe('cancelled')
    expect(stored(desk)).toBeUndefined()
  })

  test('what is no address is refused before anybody is asked', async () => {
    const desk = await openDesk()
    expect((await rejectionOf(change(desk, at('javascript:alert(1)')))).code).toBe('vision-address')
    expect(desk.happened).toEqual([])
  })

  test('an empty one goes back to the provider’s own', async () => {
    const desk = await openDesk()
    await change(desk, at('http://127.0.0.1:8000/v1'))
    await change(desk, at(''))
    expect(stored(desk)).toBeUndefined()
  })
})

describe('keys', () => {
  test('a stored one wakes what waits for it', async () => {
    const desk = await openDesk()
    expect(await save(desk, ` Bearer ${canary}\n`)).toMatchObject({ kind: 'stored', canAccept: false })
    expect(desk.happened).toEqual(['key of modelscope', 'changed'])
    expect(() => desk.house.vision.check({ provider: 'modelscope' })).not.toThrow()
  })

  test('without a keyring it is kept for the session, until the person agrees', async () => {
    const desk = await openDesk({ box: passwordBox() })
    expect(await save(desk, canary)).toMatchObject({ kind: 'session', canAccept: true })
    expect((await read(desk)).keys).toMatchObject([{ from: 'session', isUsable: true }])
    expect(await save(desk, canary, true)).toMatchObject({ kind: 'accepted' })
    expect((await read(desk)).keys[0]?.message).toContain('without protection')
    expect(desk.store.records['modelscope']).toMatchObject({ acceptance: { words: acceptanceWords.en } })
  })

  test('what the person agrees to is recorded in the language in which they read it', async () => {
    const desk = await openDesk({ box: passwordBox(), language: 'zh-CN' })
    const { acceptance } = await read(desk)
    expect(acceptance).toBe(acceptanceWords['zh-CN'])
    await save(desk, canary, true)
    expect(desk.store.records['modelscope']).toMatchObject({ acceptance: { words: acceptance } })
  })

  test('one of another provider is stored, with a hint', async () => {
    expect((await save(await openDesk(), 'sk-0000000000000')).hints).toMatchObject([{ saying: { name: 'key.prefix' } }])
  })

  test('one that cannot be written down can be used all the same', async () => {
    const desk = await openDesk()
    desk.store.fail(new Error('the disk refuses'))
    expect(await save(desk, canary)).toMatchObject({ kind: 'failed' })
    expect(desk.happened).toContain('key of modelscope')
    expect((await read(desk)).keys).toMatchObject([{ from: 'session', isUsable: true }])
  })

  test.each([
    ['an address', `https://${canary}`, 'vision-key-format'],
    ['two keys', `${canary} ${canary}`, 'vision-key-format'],
    ['nothing', '  ', 'vision-key-missing']
  ])('%s is none', async (_, text, code) => {
    const desk = await openDesk()
    expect((await rejectionOf(save(desk, text))).code).toBe(code)
    expect((await read(desk)).keys).toEqual([])
  })

  test('of a provider that does not exist', async () => {
    expect((await rejectionOf(save(await openDesk(), canary, false, 'nobody'))).code).toBe('usage')
  })

  test.each([
    ['', 'looked', ''],
    [canary, 'looked', 'could be a key of ModelScope'],
    ['sk-0000000000000', 'looked', 'begin with “ms-”'],
    [`${canary}密`, 'failed', 'characters']
  ])('looking at %j asks and tells nobody', async (text, kind, words) => {
    const desk = await openDesk({ box: brokenBox() })
    const outcome = await look(desk, text)
    expect(outcome.kind).toBe(kind)
    expect(outcome.message).toContain(words)
    expect(desk.happened).toEqual([])
  })

  test('removing takes the stored one first, then that of the command line, and says what is left', async () => {
    const desk = await openDesk({ environment: { MODELSCOPE_API_KEY: 'ms-environment-0001' } })
    await desk.house.keys.store('modelscope', 'ms-of-the-file-0002')
    await save(desk, canary)
    expect(await keyAction(desk, 'remove')).toMatchObject({ kind: 'removed' })
    expect(desk.store.records).toEqual({})
    expect(desk.house.keys.list()).toHaveLength(1)
    expect(await keyAction(desk, 'remove')).toMatchObject({ kind: 'removed' })
    expect(desk.house.keys.list()).toEqual([])
    const last = await keyAction(desk, 'remove')
    expect(last).toMatchObject({ kind: 'failed' })
    expect(`${last.message} ${last.advice}`).toContain('MODELSCOPE_API_KEY')
  })

  test('opening tells of the one that did not open, and wakes what waits for the others', async () => {
    const box = workingBox()
    const store = memoryStore()
    const former = await openDesk({ box, store })
    await save(former, canary)
    store.records['openai'] = { version: 99 }
    const desk = await openDesk({ box, store })
    const outcome = await keyAction(desk, 'open')
    expect(outcome).toMatchObject({ kind: 'failed' })
    expect(outcome.message).toContain('newer version')
    expect(desk.happened).toEqual(['key of modelscope', 'changed'])
    delete store.records['openai']
    expect(await keyAction(desk, 'open')).toMatchObject({ kind: 'opened' })
  })

  test('never come back, whatever happens', async () => {
    const desk = await openDesk({ environment: { OPENAI_API_KEY: otherCanary } })
    await desk.house.keys.store('siliconflow', otherCanary)
    const seen: unknown[] = []
    for (const text of [canary, `${canary} ${otherCanary}`, `https://${canary}`, `${canary}密`]) {
      seen.push(await save(desk, text).catch((thrown: unknown) => thrown))
      seen.push(await look(desk, text))
    }
    desk.store.fail(new Error('the disk refuses'))
    seen.push(await save(desk, otherCanary), await read(desk), await keyAction(desk, 'open'), desk.happened)
    seen.push(await keyAction(desk, 'remove').catch((thrown: unknown) => thrown))
    const text = `${inspect(seen, { depth: 20, showHidden: true })} ${JSON.stringify(seen)}`
    expect(text).toContain('0815')
    expect(text).not.toContain(canary)
    expect(text).not.toContain(otherCanary)
  })
})
