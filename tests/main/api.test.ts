import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { analyzeImage, getImageContent, type ImageInput } from '../../main/api.ts'
import type { ChatAnswer } from '../../main/vision/chat.ts'
import { startVisionServer, type VisionServer } from '../fakes/vision-server/server.ts'

const receipt = resolve(import.meta.dirname, '../../assets/samples/receipt.png')

let folder: string
let server: VisionServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-api-'))
  server = await startVisionServer()
  vi.stubEnv('GLYPHLENS_HOME', folder)
  vi.stubEnv('MODELSCOPE_API_KEY', server.key)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('analyzeImage', () => {
  test('describes a picture with nothing but its path and an address', async () => {
    const deltas: string[] = []
    const { result, model } = await analyzeImage(receipt, {
      baseUrl: server.url('ok'),
      onText: (delta) => deltas.push(delta)
    })
    expect(result).toMatchObject({ kind: 'text', text: deltas.join('') })
    expect(model).toBe('Qwen/Qwen3-VL-30B-A3B-Instruct')
  })

  test('takes task, model and the rest as options', async () => {
    const { result, forecast } = await analyzeImage(await readFile(receipt), {
      task: 'detect',
      categories: ['price'],
      precise: true,
      temperature: 0.2,
      maxTokens: 300,
      topP: 0.5,
      baseUrl: server.url('ok')
    })
    expect(result.kind).toBe('boxes')
    expect(forecast.model).toBe('Qwen/Qwen3-VL-235B-A22B-Instruct')
    expect(server.red()).toEqual([])
  })

  test('waits no longer than it is told to', async () => {
    const asked = analyzeImage(receipt, { baseUrl: server.url('429-plan'), patience: 1 })
    await expect(asked).rejects.toMatchObject({ code: 'vision-rate', retry: { kind: 'soon' } })
  })

  test('asks for no answer again that is kept', async () => {
    const kept = new Map<string, ChatAnswer>()
    const save = (key: string, answer: ChatAnswer) => void kept.set(key, answer)
    const ask = () => analyzeImage(receipt, { baseUrl: server.url('ok'), kept: { get: (key) => kept.get(key), save } })
    const calls = [(await ask()).calls, (await ask()).calls]
    expect(calls).toEqual([1, 0])
  })

  test('fails with a code, a sentence and an advice', async () => {
    const asked = analyzeImage(receipt, { baseUrl: server.url('401') })
    await expect(asked).rejects.toMatchObject({ code: 'vision-auth', message: /key/, advice: /modelscope\.cn/ })
  })
})

describe('getImageContent', () => {
  test.each<[string, () => ImageInput | Promise<ImageInput>]>([
    ['a path', () => receipt],
    ['a file address', () => pathToFileURL(receipt)],
    ['bytes', () => readFile(receipt)],
    ['a data address', async () => `data:image/png;base64,${(await readFile(receipt)).toString('base64')}`]
  ])('makes a part of a message of %s', async (_, image) => {
    const { type, image_url } = await getImageContent(await image())
    expect(type).toBe('image_url')
    expect(image_url.url).toMatch(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/)
  })

  test('needs no key', async () => {
    vi.stubEnv('MODELSCOPE_API_KEY', '')
    await expect(getImageContent(receipt)).resolves.toMatchObject({ type: 'image_url' })
    vi.stubEnv('MODELSCOPE_API_KEY', server.key)
  })

  test('hands an address on where the provider fetches pictures', async () => {
    const content = await getImageContent('https://example.com/a.png', {
      provider: 'openai',
      model: 'gpt-5.4',
      passAddress: true
    })
    expect(content.image_url.url).toBe('https://example.com/a.png')
  })

  test('refuses what is no picture', async () => {
    const content = getImageContent(new TextEncoder().encode('no picture'))
    await expect(content).rejects.toMatchObject({ code: 'picture-format' })
  })
})
