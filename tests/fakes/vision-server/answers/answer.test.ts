import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type TaskOptions, taskNames } from '../../../../main/tasks/options.ts'
import type { BoxSpace, PromptContext } from '../../../../main/tasks/task.ts'
import { taskOf } from '../../../../main/tasks/tasks.ts'
import { readCards } from '../../../../main/vision/probe/cards.ts'
import { type LadderAnswer, learn } from '../../../../main/vision/probe/learn.ts'
import type { Picture } from '../checks/pictures.ts'
import { readPngFacts } from '../checks/png.ts'
import { chatBody, plainPng } from '../request.ts'
import type { ChatBody } from '../wire/chat-body.ts'
import { goodAnswer } from './answer.ts'
import { recogniseTask } from './marker.ts'
import { meanColour } from './mean-colour.ts'
import { countTokens } from './usage.ts'

const pictureOf = (bytes: Buffer): Picture => ({ bytes, facts: readPngFacts(bytes) })
const picture = pictureOf(plainPng(320, 160))

function contextOf(language: 'en' | 'zh-CN', boxes: BoxSpace = 'thousand'): PromptContext {
  const tile = { index: 0, count: 2, area: { x0: 0, y0: 0, x1: 1, y1: 0.52 } }
  return { language, boxes, localText: 'A table of "series" and code? 描述', tile }
}

function promptOf(options: TaskOptions, context: PromptContext): string {
  return taskOf(options).prompt(options, context)
}

const custom = (result: 'text' | 'boxes' | 'chart' | 'tables'): TaskOptions => ({
  task: 'custom',
  custom: { name: 'mine', prompt: 'Tell me what is here', result }
})

describe.each(['en', 'zh-CN'] as const)('prompts in %s', (language) => {
  it.each(taskNames.filter((task) => task !== 'custom'))('%s is recognised', (task) => {
    const options: TaskOptions = { task, question: 'What is the total?', categories: ['cat'] }
    expect(recogniseTask(promptOf(options, contextOf(language)))).toBe(task)
  })

  it.each([
    ['boxes', 'detect'],
    ['chart', 'chart'],
    ['tables', 'table']
  ] as const)('a custom task for %s is answered as %s', (result, marker) => {
    expect(recogniseTask(promptOf(custom(result), contextOf(language)))).toBe(marker)
  })

  it.each([
    ['thousand', '"bbox_2d":[50,100,450,500]'],
    ['thousand-y-first', '"box_2d":[100,50,500,450]'],
    ['pixels', '"bbox_2d":[16,16,144,80]'],
    ['unit', '"bbox_2d":[0.05,0.1,0.45,0.5]']
  ] as const)('boxes are written in the space of the prompt: %s', (boxes, box) => {
    const options: TaskOptions = { task: 'detect', categories: ['red cat', '按钮'] }
    const answer = answerTo(promptOf(options, contextOf(language, boxes)))
    expect(answer).toContain(`{${box},"label":"red cat"}`)
    expect(answer).toContain('"label":"按钮"')
  })
})

function answerTo(prompt: string, parameters: Record<string, string> = {}): string {
  const context = { prompt, pictures: [picture], parameters: new Map(Object.entries(parameters)), word: undefined }
  return goodAnswer(recogniseTask(prompt), context)
}

describe('good answers', () => {
  it('are read by the tasks that asked', () => {
    for (const task of ['describe', 'ocr', 'ask', 'chart', 'table', 'translate', 'code'] as const) {
      const options: TaskOptions = { task, question: 'What is the total?' }
      const prompt = promptOf(options, { ...contextOf('en'), localText: undefined })
      const { kind, notices } = taskOf(options).parse(answerTo(prompt), {
        options,
        truncated: false,
        toPixels: () => undefined
      })
      const kinds: Partial<Record<typeof task, string>> = { chart: 'chart', table: 'tables' }
      expect([task, kind, notices]).toEqual([task, kinds[task] ?? 'text', []])
    }
  })

  it('describe the size and the mean colour, in the language of the prompt', () => {
    expect(answerTo('Describe this picture.')).toContain('320 by 160 pixels, sent as png, with #a05028')
    expect(answerTo('请描述这张图片。')).toContain('320×160 像素的 png 图片,平均颜色为 #a05028')
  })

  it('say what the address says', () => {
    expect(answerTo('Describe this picture.', { text: 'Just this.' })).toBe('Just this.')
    expect(answerTo('Describe this picture.', { word: 'OTTER' })).toBe('OTTER')
  })

  it("read the app's own cards", () => {
    const card = pictureOf(readFileSync('assets/probe/word-otter.png'))
    const prompt = 'One English word is written in this picture. Answer with that word and nothing else.'
    const context = { prompt, pictures: [card], parameters: new Map<string, string>(), word: undefined }
    expect(goodAnswer('probe', context)).toBe('OTTER')
    expect(goodAnswer('probe', { ...context, pictures: [picture] })).toBe('GLYPH')
    expect(goodAnswer('probe', { ...context, word: 'HARBOUR' })).toBe('HARBOUR')
  })
})

describe('the ladder of shrinking text', () => {
  const prompt =
    'This is a test card.\nAnswer with JSON only, of this form:\n{"codes": ["..."], "red": [...], "blue": [...]}'

  it.each(['thousand', 'thousand-y-first', 'pixels', 'unit'])(
    'is read to 12 pixels, its squares found in %s',
    async (space) => {
      const { ladder } = await readCards()
      const { codes, ...marks } = JSON.parse(answerTo(prompt, { space, legible: '12' })) as LadderAnswer['marks'] &
        LadderAnswer
      expect(learn({ codes, marks }, ladder)).toEqual({ legible: 12, boxes: space })
    }
  )
})

describe('meanColour', () => {
  const noise = sharp(
    Buffer.from(Array.from({ length: 48 * 40 * 3 }, (_, index) => (index * 7919 + (index >> 3)) % 251)),
    {
      raw: { width: 48, height: 40, channels: 3 }
    }
  )

  it.each([
    ['filtered rows', () => noise.clone().png({ adaptiveFiltering: true }).toBuffer()],
    ['plain rows', () => noise.clone().png({ adaptiveFiltering: false }).toBuffer()],
    ['grey', () => noise.clone().toColourspace('b-w').png({ adaptiveFiltering: true }).toBuffer()],
    ['a palette', () => noise.clone().png({ palette: true }).toBuffer()]
  ])('decodes %s as sharp does', async (_, make) => {
    const bytes = await make()
    const { channels } = await sharp(bytes).toColourspace('srgb').stats()
    const [red = 0, green = channels[0]?.mean ?? 0, blue = green] = channels.slice(0, 3).map(({ mean }) => mean)
    const parts = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0'))
    expect(meanColour(pictureOf(bytes))).toBe(`#${parts.join('')}`)
  })
})

describe('usage', () => {
  it.each([
    [64, 32, 2 + 2],
    [2048, 1152, 2304 + 2],
    [70, 33, 3 * 2 + 2]
  ])('a picture of %i by %i has %i tokens', (width, height, tokens) => {
    const bytes = plainPng(width, height)
    const body = chatBody('x'.repeat(41), {}, bytes) as ChatBody
    expect(countTokens(body, [pictureOf(bytes)], 'y'.repeat(9))).toEqual({
      prompt_tokens: tokens + 11,
      completion_tokens: 3,
      total_tokens: tokens + 14
    })
  })
})
