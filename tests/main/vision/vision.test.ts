import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TaskOptions } from '../../../main/tasks/options.ts'
import type { AnalyzeEvent, AnalyzeOptions } from '../../../main/vision/analyze/options.ts'
import type { ChatAnswer } from '../../../main/vision/chat.ts'
import { VisionFailure } from '../../../main/vision/failure.ts'
import type { ConnectionStep } from '../../../main/vision/probe/connection.ts'
import { drawn } from '../../fixtures/pictures/encoded.ts'
import { scene as drawing } from '../../fixtures/pictures/scene.ts'
import { openScene, type Scene } from './scene.ts'

const samples = resolve(import.meta.dirname, '../../../assets/samples')
const receipt = resolve(samples, 'receipt.png')

let scene: Scene
/** A screen of 3840 by 2160 pixels. */
let large: Uint8Array

beforeAll(async () => {
  scene = await openScene()
  large = await drawn(drawing(4, 3840, 2160))
    .png({ compressionLevel: 1 })
    .toBuffer()
})

afterEach(() => {
  const red = scene.server.red()
  scene.server.reset()
  scene.waits()
  if (red.length > 0) throw new Error(`the provider has seen red: ${JSON.stringify(red)}`)
})

afterAll(() => scene.close())

function good(wishes: AnalyzeOptions = {}): AnalyzeOptions {
  return { baseUrl: scene.server.url('ok'), ...wishes }
}

/** What the server got: task as it understood the prompt, and sizes of the pictures. */
function received(): readonly { task: string | undefined; pictures: readonly string[] }[] {
  return scene.server
    .log()
    .map(({ task, pictures }) => ({ task, pictures: pictures.map(({ width, height }) => `${width}x${height}`) }))
}

describe('tasks', () => {
  const custom = { name: 'Mood', prompt: 'Describe the mood in one word.', result: 'text' } as const
  test.each<[string, Omit<TaskOptions, 'task'> & { task?: TaskOptions['task'] }, string, string]>([
    ['describe, when nothing is said', {}, 'describe', 'text'],
    ['ask, when there is a question', { question: 'What is the total?' }, 'ask', 'text'],
    ['ask in Chinese', { question: '一共多少钱？' }, 'ask', 'text'],
    ['ocr', { task: 'ocr' }, 'ocr', 'text'],
    ['detect', { task: 'detect', categories: ['receipt', '价格'] }, 'detect', 'boxes'],
    ['chart', { task: 'chart' }, 'chart', 'chart'],
    ['chart in Chinese', { task: 'chart', language: 'zh-CN' }, 'chart', 'chart'],
    ['table', { task: 'table' }, 'table', 'tables'],
    ['translate', { task: 'translate', target: 'zh-CN' }, 'translate', 'text'],
    ['code', { task: 'code' }, 'code', 'text'],
    ['one of the person', { task: 'custom', custom }, 'describe', 'text']
  ])('%s', async (_, wishes, task, kind) => {
    const { result, calls, usage, forecast } = await scene.vision.analyze(receipt, good(wishes))
    expect(result.kind).toBe(kind)
    expect(result.text.trim()).not.toBe('')
    expect(calls).toBe(1)
    expect(received()).toEqual([{ task, pictures: ['448x640'] }])
    // The server counts a picture as the provider does, and besides it the words.
    expect(forecast.tokens).toBe((448 / 32) * (640 / 32) + 2)
    expect(usage?.promptTokens).toBeGreaterThan(forecast.tokens)
  })

  test('ask without a question is refused before anything is read or sent', async () => {
    await expect(scene.vision.analyze('nowhere.png', good({ task: 'ask' }))).rejects.toMatchObject({ code: 'usage' })
    expect(received()).toEqual([])
  })

  test('follow-up questions go with what was said before', async () => {
    const first = await scene.vision.analyze(receipt, good({ question: 'What is the total?', localText: false }))
    const history = [{ question: 'What is the total?', answer: first.result.text }]
    const second = await scene.vision.analyze(receipt, good({ question: 'And the tip?', history, localText: false }))
    expect(second.usage?.promptTokens).toBeGreaterThan(first.usage?.promptTokens ?? Number.NaN)
    expect(received().map(({ pictures }) => pictures)).toEqual([['448x640'], ['448x640']])
  })

  test('text that was read here goes along where it helps, and can be left out', async () => {
    const wishes = good({ question: 'What is the total?' })
    const [withText, without] = [
      await scene.vision.analyze(receipt, wishes),
      await scene.vision.analyze(receipt, { ...wishes, localText: false })
    ]
    expect([withText.forecast.localText, without.forecast.localText]).toEqual([true, false])
    expect(withText.sentBytes).toBeGreaterThan(without.sentBytes + 300)
  })
})

/** Lines across a screen of 3840 by 2160 pixels; a letter is 8 pixels wide, a line 30 high. */
const page = Array.from({ length: 72 }, (_, row) => {
  const words = [...Array(80).keys()].map((column) => (7919 * (row * 80 + column + 1)).toString(36))
  return words.join(' ')
})

/** What stands whole in a part, whose corners are the last thing in the key of its call. */
function readPart(key: string): string {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (key.split(' ').at(-1) ?? '').split(',').map(Number)
  const rows = page.slice(Math.ceil(y0 / 30), Math.floor(y1 / 30))
  return rows.map((line) => line.slice(Math.ceil(x0 / 8), Math.floor(x1 / 8)).trim()).join('\n')
}

function answerOf(text: string): ChatAnswer {
  const milliseconds = { firstByte: 1, total: 1 }
  return {
    text,
    thinking: '',
    truncated: false,
    model: 'kept',
    usage: undefined,
    requestId: undefined,
    milliseconds,
    sentBytes: 0,
    quota: {}
  }
}

describe('a picture larger than a provider takes', () => {
  test('goes out whole and smaller, and the loss of small text is said', async () => {
    const { forecast } = await scene.vision.analyze(large, good({ task: 'ocr' }))
    expect(received()).toEqual([{ task: 'ocr', pictures: ['2048x1152'] }])
    expect(forecast.notices.map(({ message }) => message).join()).toMatch(/6\.4 pixels high/)
  })

  test('is described without a warning: that needs no small text', async () => {
    const { forecast } = await scene.vision.analyze(large, good())
    expect(forecast.notices).toEqual([])
  })

  test('goes out in parts, a call each, with a glance at the whole, when text is read', async () => {
    const { calls, usage, forecast } = await scene.vision.analyze(large, good({ task: 'ocr', tiles: true }))
    expect(calls).toBe(4)
    const call = { task: 'ocr', pictures: ['1984x1120', '768x448'] }
    expect(received()).toEqual([call, call, call, call])
    // Both pictures of each call count, by the provider's rule: a cell of 32 pixels is a token, a picture two more.
    const tokens = 4 * (62 * 35 + 2 + (24 * 14 + 2))
    expect(forecast).toMatchObject({ calls: 4, tokens, notices: [] })
    expect(forecast.pictures).toHaveLength(8)
    expect(usage?.promptTokens).toBeGreaterThan(tokens)
    expect(usage?.promptTokens).toBeLessThan(tokens * 1.2)
  })

  test('whose parts were read is one text, with no line twice', async () => {
    const kept = { get: (key: string) => answerOf(readPart(key)), save: saveNothing }
    const { result, calls } = await scene.vision.analyze(large, good({ task: 'ocr', tiles: true }), { kept })
    expect(calls).toBe(0)
    expect(result.text).toBe(page.join('\n'))
  })

  test('is looked at part by part, and the glance once, before it is sent', async () => {
    const { forecast, pictures } = await scene.vision.preview(large, good({ task: 'ocr', tiles: true }))
    expect(pictures.map(({ width }) => width)).toEqual([1984, 768, 1984, 1984, 1984])
    expect(forecast.pictures).toHaveLength(8)
    expect(forecast.bytes).toBeGreaterThan(pictures.reduce((sum, { bytes }) => sum + bytes, 0))
  })

  test('goes out in one call with the whole before its parts, when a question is asked', async () => {
    const wishes = good({ question: 'What is this?', tiles: true, localText: false })
    const { calls, forecast } = await scene.vision.analyze(large, wishes)
    expect(calls).toBe(1)
    expect(forecast.pictures).toHaveLength(5)
    expect(received()[0]?.pictures[0]).toBe('2048x1152')
  })
})

test('a JPEG that fits goes out as the file that it is', async () => {
  const jpeg = await drawn(drawing(4, 333, 444))
    .jpeg({ quality: 80 })
    .toBuffer()
  const { forecast } = await scene.vision.analyze(jpeg, good())
  expect(forecast.pictures).toEqual([{ width: 333, height: 444, format: 'jpeg' }])
  expect(forecast.bytes).toBeLessThanOrEqual(jpeg.length)
})

test('boxes come back in pixels of the original, from a picture that was padded and shrunk', async () => {
  const wide = await drawn(drawing(4, 3000, 60))
    .png()
    .toBuffer()
  const { result } = await scene.vision.analyze(wide, good({ task: 'detect', categories: ['stripe'] }))
  if (result.kind !== 'boxes') throw new Error(`a ${result.kind} instead of boxes`)
  expect(result.detections.length).toBeGreaterThan(0)
  for (const { box } of result.detections) {
    expect(box.x1).toBeLessThanOrEqual(3000)
    expect(box.y1).toBeLessThanOrEqual(60)
  }
})

describe('an address', () => {
  test('is handed on where the provider fetches pictures', async () => {
    const wishes = { provider: 'openai', key: scene.server.key, passAddress: true, model: 'gpt-5.4-mini' }
    const baseUrl = scene.server.url('ok', { as: 'openai', urls: 'yes' })
    const { forecast } = await scene.vision.analyze('https://example.com/a.png', { ...wishes, baseUrl })
    expect(forecast).toMatchObject({ calls: 1, bytes: 0, pictures: [] })
    expect(scene.server.log()[0]?.pictures).toMatchObject([{ format: 'url' }])
  })

  test.each<[string, AnalyzeOptions]>([
    ['where it does not', { provider: 'ollama', model: 'qwen3-vl:8b' }],
    ['when boxes are wanted', { provider: 'openai', key: 'sk-1234567890', model: 'gpt-5.4-mini', task: 'detect' }]
  ])('is refused %s', async (_, wishes) => {
    const asked = scene.vision.analyze('https://example.com/a.png', { ...wishes, passAddress: true })
    await expect(asked).rejects.toMatchObject({ code: 'usage' })
  })
})

test('a data address is no address that a provider fetches: what is in it is made ready as any picture', async () => {
  const image = `data:image/png;base64,${await readFile(receipt, 'base64')}`
  const { forecast } = await scene.vision.analyze(image, good({ passAddress: true }))
  expect(forecast.pictures).toEqual([{ width: 448, height: 640, format: 'png' }])
  const { image_url } = await scene.vision.content(image, { provider: 'openai', model: 'gpt-5.4', passAddress: true })
  expect(image_url.url).not.toBe(image)
})

/** What became of a call that is repeated, and its other tries. */
async function again(id: string) {
  const events: AnalyzeEvent[] = []
  const wishes = good({ baseUrl: scene.server.url(id), task: 'ocr' })
  const asked = scene.vision.analyze(large, wishes, { onEvent: (event) => events.push(event) })
  const analysis = await asked.catch(() => undefined)
  return {
    analysis,
    tries: events.flatMap((event) => (event.kind === 'again' ? [event] : [])),
    forecasts: events.flatMap((event) => (event.kind === 'forecast' ? [event.forecast] : []))
  }
}

describe('another try', () => {
  test('with a smaller picture names no other model, and says what small text loses', async () => {
    const { analysis, tries, forecasts } = await again('400-pixels')
    expect(forecasts.map(({ pictures }) => pictures[0]?.width)).toEqual([2048, 1024])
    expect(tries.map(({ model }) => model)).toEqual([undefined])
    expect(analysis?.notices.map(({ message }) => message).join()).toMatch(/sides of at most/)
    const sent = analysis?.forecast.pictures[0]
    const height = (12 * (sent?.height ?? 0)) / 2160
    expect(analysis?.forecast.notices.map(({ message }) => message).join()).toContain(
      `${height.toFixed(1)} pixels high`
    )
  })

  test('with another model names it', async () => {
    const { tries } = await again('404-model')
    expect(tries.map(({ model }) => model)).toEqual(['Qwen/Qwen3-VL-8B-Instruct'])
  })
})

/** Answers of the first parts of a picture, and the wishes to which they belong. */
async function firstAnswers(count: number) {
  const wishes = good({ task: 'ocr', tiles: true })
  const answers: [string, ChatAnswer][] = []
  const save = (key: string, answer: ChatAnswer) => void answers.push([key, answer])
  await scene.vision.analyze(large, wishes, { kept: { get: () => undefined, save } })
  const first = new Map(answers.slice(0, count))
  scene.server.reset()
  return { wishes, texts: [...first.values()].map(({ text }) => text), get: (key: string) => first.get(key) }
}

function saveNothing(): void {}

describe('a picture in parts, of which some were answered', () => {
  test('keeps them when another one fails: they are paid for', async () => {
    const { wishes, texts, get } = await firstAnswers(2)
    const failing = { ...wishes, baseUrl: scene.server.url('400-context') }
    const asked = scene.vision.analyze(large, failing, { kept: { get, save: saveNothing } })
    await expect(asked).rejects.toBeInstanceOf(VisionFailure)
    await expect(asked).rejects.toMatchObject({ code: 'vision-context', status: 400, partial: texts.join('\n\n') })
  })

  test('counts what they cost also when all has to be asked anew', async () => {
    const { wishes, get } = await firstAnswers(1)
    const dear = { promptTokens: 1_000_000, completionTokens: 1, totalTokens: 1_000_001 }
    const answered = (key: string) => {
      const answer = get(key)
      return answer && { ...answer, usage: dear }
    }
    const asking = { ...wishes, baseUrl: scene.server.url('400-pixels', { side: 1024 }) }
    const { usage, notices } = await scene.vision.analyze(large, asking, { kept: { get: answered, save: saveNothing } })
    expect(notices.map(({ message }) => message).join()).toMatch(/sides of at most 1024/)
    expect(usage?.promptTokens).toBeGreaterThan(1_000_000)
    // The server takes a call for each part for a client that does not give up.
    scene.server.reset()
  })
})

test('a part goes without the text of the whole, which would be filled in where the part has none', async () => {
  const wishes = good({ task: 'table', tiles: true })
  const { forecast } = await scene.vision.analyze(large, wishes)
  expect(forecast).toMatchObject({ calls: 4, localText: false })
})

test('a forecast says what would be sent and sends nothing', async () => {
  const forecast = await scene.vision.forecast(large, good({ task: 'ocr', tiles: true }))
  expect(forecast).toMatchObject({ provider: 'modelscope', model: 'Qwen/Qwen3-VL-30B-A3B-Instruct', calls: 4 })
  expect(forecast.tokens).toBe(4 * (62 * 35 + 2 + (24 * 14 + 2)))
  expect(forecast.bytes).toBeGreaterThan(0)
  expect(scene.server.log()).toEqual([])
})

describe('the test of a connection', () => {
  test.each<[string, ConnectionStep | undefined]>([
    ['ok', undefined],
    ['think-tag', undefined],
    ['refused', 'connection'],
    ['html-200', 'connection'],
    ['401', 'key'],
    ['401-link', 'account'],
    ['403-name', 'account'],
    ['402', 'account'],
    ['400-gone', 'model'],
    ['429-day', 'quota'],
    ['no-vision-400', 'sight'],
    ['400-context', 'sight'],
    ['400-shape', 'sight'],
    ['no-vision-200', 'sight']
  ])('%s', async (id, step) => {
    const report = await scene.vision.test({ baseUrl: scene.server.url(id) })
    expect(report.steps.find(({ state }) => state === 'failed')?.step).toBe(step)
    expect(report.failure === undefined).toBe(step === undefined)
    expect(scene.server.log().length).toBeLessThanOrEqual(1)
  })
})

test.each(['thousand', 'pixels', 'unit', 'thousand-y-first'] as const)(
  'a probe learns that a model counts boxes in %s, and that holds from then on',
  async (space) => {
    const baseUrl = scene.server.url('ok', { space })
    const learned = await scene.vision.learnSight({ baseUrl, model: 'own/model' })
    expect(learned).toMatchObject({ boxes: space, legible: expect.any(Number) })
    const kept = scene.preferences.get().vision.learned[`${baseUrl} own/model`]
    expect(kept).toEqual(learned)
  }
)

describe('lists of models', () => {
  test.each([
    ['models-ok', 4],
    ['models-no-data', 0],
    ['models-duplicates', 4],
    ['models-10k', 10_000]
  ])('%s', async (id, count) => {
    await expect(scene.vision.models({ baseUrl: scene.server.url(id) })).resolves.toHaveLength(count)
  })

  test.each([
    ['models-401', 'vision-auth'],
    ['models-404', 'vision-not-an-api'],
    ['models-html', 'vision-not-an-api']
  ])('%s', async (id, code) => {
    await expect(scene.vision.models({ baseUrl: scene.server.url(id) })).rejects.toMatchObject({ code })
  })
})

describe('cancelling', () => {
  test.each<[string, (event: AnalyzeEvent) => boolean]>([
    ['cancel-before-headers', (event) => event.kind === 'call' && event.event.kind === 'sending'],
    ['cancel-after-first-byte', (event) => event.kind === 'call' && event.event.kind === 'text'],
    ['cancel-during-thinking', (event) => event.kind === 'call' && event.event.kind === 'thinking'],
    ['cancel-during-wait', (event) => event.kind === 'again']
  ])('%s closes the socket and is no failure', async (id, isMoment) => {
    const controller = new AbortController()
    const isWaiting = id === 'cancel-during-wait'
    let closed: Promise<unknown> = Promise.resolve()
    const arrived = scene.server.until(({ segment }) => segment.startsWith(id))
    const leave = async (): Promise<void> => {
      await arrived
      if (!isWaiting) closed = scene.server.nextClose()
      controller.abort()
    }
    const asked = scene.vision.analyze(receipt, good({ baseUrl: scene.server.url(id) }), {
      signal: controller.signal,
      onEvent: (event) => {
        if (!controller.signal.aborted && isMoment(event)) void leave()
      }
    })
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
    await expect(asked).rejects.not.toBeInstanceOf(VisionFailure)
    await closed
    expect(scene.server.log()).toHaveLength(1)
  })

  test('before it began sends nothing', async () => {
    const asked = scene.vision.analyze(await readFile(receipt), good(), { signal: AbortSignal.abort() })
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
    expect(scene.server.log()).toEqual([])
  })
})

test('who has little patience fails instead of waiting, and hears when to come back', async () => {
  const asked = scene.vision.analyze(receipt, good({ baseUrl: scene.server.url('429-plan') }), { patience: 3000 })
  await expect(asked).rejects.toMatchObject({ code: 'vision-rate', retry: { kind: 'soon' } })
  expect(scene.server.log()).toHaveLength(1)
  expect(scene.waits()).toEqual([])
})

test('answers that were kept are not asked for again', async () => {
  const answers = new Map<string, ChatAnswer>()
  let saves = 0
  const save = (key: string, answer: ChatAnswer): void => {
    saves += 1
    if (saves > 2) throw new Error('the plug is pulled')
    answers.set(key, answer)
  }
  const wishes = good({ task: 'ocr', tiles: true })
  const kept = { get: (key: string) => answers.get(key), save }
  await expect(scene.vision.analyze(large, wishes, { kept })).rejects.toThrow('the plug is pulled')
  expect(scene.server.log()).toHaveLength(3)
  saves = 0
  const { calls } = await scene.vision.analyze(large, wishes, { kept })
  expect(calls).toBe(2)
  expect(scene.server.log()).toHaveLength(5)
})

test('text arrives in pieces that make up the answer', async () => {
  const deltas: string[] = []
  const { result } = await scene.vision.analyze(receipt, good({ baseUrl: scene.server.url('slow', { ms: 20 }) }), {
    onText: (delta) => deltas.push(delta)
  })
  expect(deltas.length).toBeGreaterThan(1)
  expect(deltas.join('')).toBe(result.text)
})
