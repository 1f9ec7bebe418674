import { describe, expect, test } from 'vitest'
import type { EncodedPicture, Engine } from '../../../../main/engine/client.ts'
import type { Encoding } from '../../../../main/engine/protocol/view.ts'
import { ask } from '../../../../main/tasks/ask.ts'
import { describe as describeTask } from '../../../../main/tasks/describe.ts'
import { ocr } from '../../../../main/tasks/ocr.ts'
import type { Task } from '../../../../main/tasks/task.ts'
import { type Showing, showPicture } from '../../../../main/vision/analyze/show.ts'
import type { PictureRules } from '../../../../main/vision/preset.ts'
import { presetOf } from '../../../../main/vision/presets.ts'

const { picture: modelscope } = presetOf('modelscope')
const screen = { format: 'png', width: 3840, height: 2160 } as const

interface Wishes {
  readonly task?: Task
  readonly tiles?: boolean
  readonly rules?: PictureRules
  readonly facts?: { readonly format: 'png'; readonly width: number; readonly height: number }
  /** How much smaller than its canvas a view comes out of the engine, as a share of its sides. */
  readonly shrink?: number
  readonly isPartial?: boolean
}

/** Shows a picture by an engine that draws nothing; also tells what it was asked for. */
async function show({
  task = ocr,
  tiles = false,
  rules = modelscope,
  facts = screen,
  shrink = 1,
  isPartial = false
}: Wishes): Promise<{
  showing: Showing
  encoding: Encoding | undefined
}> {
  let asked: Encoding | undefined
  const engine: Pick<Engine, 'encode'> = {
    encode: async (_picture, views, encoding) => {
      asked = encoding
      return views.map(
        ({ canvas }): EncodedPicture => ({
          format: 'png',
          bytes: 1,
          width: Math.floor(canvas.width * shrink),
          height: Math.floor(canvas.height * shrink),
          fidelity: 'exact',
          ...(isPartial && { partial: true }),
          data: new Uint8Array(1)
        })
      )
    }
  }
  const showing = await showPicture(engine, new Uint8Array(1), facts, { rules, task, tiles })
  return { showing, encoding: asked }
}

describe('the bytes of one call', () => {
  test('are shared by a part and the glance at the whole where each part has a call of its own', async () => {
    const { showing, encoding } = await show({ tiles: true, rules: { ...modelscope, callBytes: 1_000_000 } })
    expect(showing.calls.map((shots) => shots.length)).toEqual([2, 2, 2, 2])
    expect(encoding?.bytes).toBe(500_000)
  })

  test('are those of one picture where that is less', async () => {
    expect((await show({ tiles: true })).encoding?.bytes).toBe(modelscope.bytes)
  })

  test('are shared by the whole and its parts where they go out together', async () => {
    const { showing, encoding } = await show({ task: ask, tiles: true })
    expect(showing.calls.map((shots) => shots.length)).toEqual([5])
    expect(encoding?.bytes).toBe(Math.floor(modelscope.callBytes / 5))
  })

  test.each(['modelscope', 'openai', 'ollama'])('are never more than %s takes', async (id) => {
    const { picture: rules } = presetOf(id)
    const facts = { format: 'png', width: 9000, height: 6000 } as const
    const { showing, encoding } = await show({ task: ask, tiles: true, rules, facts })
    const count = showing.calls.flat().length
    expect(count * (encoding?.bytes ?? Number.NaN)).toBeLessThanOrEqual(rules.callBytes)
  })
})

describe('parts', () => {
  test('have the whole behind them, small, which is encoded once', async () => {
    const { calls } = (await show({ tiles: true })).showing
    const [glance] = calls.map(([, second]) => second)
    expect(glance?.view).toMatchObject({
      crop: { x0: 0, y0: 0, x1: 3840, y1: 2160 },
      canvas: { width: 768, height: 448 }
    })
    for (const [part, ...others] of calls) {
      expect(part.view.canvas).toEqual({ width: 1984, height: 1120 })
      expect(others).toEqual([glance])
      expect(others[0]).toBe(glance)
    }
  })

  test('of a picture that would need too many are refused before anything is encoded', async () => {
    const facts = { format: 'png', width: 16_000, height: 16_000 } as const
    const shown = show({ tiles: true, facts })
    await expect(shown).rejects.toMatchObject({ code: 'picture-too-many-pixels', message: /in 64 parts/ })
  })

  test('are not made where nobody wants any', async () => {
    const facts = { format: 'png', width: 16_000, height: 16_000 } as const
    expect((await show({ facts })).showing.calls).toHaveLength(1)
  })
})

describe('the loss of small text is said', () => {
  test.each<[string, Wishes, RegExp | '']>([
    ['when the whole is too small', {}, /6\.4 pixels high.*Send it in parts/],
    ['not when parts show it', { tiles: true }, ''],
    ['not for a task that needs none', { task: describeTask }, ''],
    ['when the limit of bytes took it from parts', { tiles: true, shrink: 0.5 }, /6\.0 pixels high.*Cut out/],
    ['not of a picture that is hardly smaller', { facts: { ...screen, width: 2560, height: 1440 } }, ''],
    [
      'by what a probe has learned of the model',
      { facts: { ...screen, width: 2560, height: 1440 }, rules: { ...modelscope, legible: 10 } },
      /9\.6 pixels high/
    ],
    [
      'not of a picture in full size, which nothing makes better',
      { facts: { ...screen, width: 800, height: 600 }, rules: { ...modelscope, legible: 18 } },
      ''
    ]
  ])('%s', async (_, wishes, pattern) => {
    const { notices } = (await show(wishes)).showing
    expect(notices.map(({ message }) => message).join('\n')).toMatch(pattern || /^$/)
  })
})

describe('a file whose end is missing', () => {
  test.each([true, false])('is told of once, however many parts go out: %s', async (isPartial) => {
    const { showing } = await show({ tiles: true, isPartial })
    expect(showing.notices.map(({ saying }) => saying?.name)).toEqual(isPartial ? ['picture.partial'] : [])
  })
})
