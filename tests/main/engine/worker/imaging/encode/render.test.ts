import { describe, expect, test } from 'vitest'
import { defaultPictureLimits } from '../../../../../../main/engine/protocol/picture.ts'
import type { View } from '../../../../../../main/engine/protocol/view.ts'
import { render } from '../../../../../../main/engine/worker/imaging/encode/render.ts'
import { checkView, isWhole } from '../../../../../../main/engine/worker/imaging/encode/view.ts'
import type { Pixels } from '../../../../../../main/engine/worker/imaging/pixels.ts'
import { noise, shownBy, whole } from './views.ts'

const picture = noise(20, 10)

const at = ({ data, width }: Pixels, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)
]

const part = (crop: View['crop'], content: View['content'], canvas = content): View => ({ crop, content, canvas })

describe('a view', () => {
  test('of the whole picture is the picture', async () => {
    expect(isWhole(whole(picture), picture)).toBe(true)
    expect(await render(picture, whole(picture))).toBe(picture)
  })

  test('of a part in its own size keeps every pixel', async () => {
    const rendered = await render(picture, part({ x0: 3, y0: 2, x1: 9, y1: 7 }, { width: 6, height: 5 }))
    expect(rendered).toMatchObject({ width: 6, height: 5 })
    for (const [x, y] of [
      [0, 0],
      [5, 4],
      [2, 3]
    ] as const) {
      expect(at(rendered, x, y)).toEqual(at(picture, x + 3, y + 2))
    }
  })

  test.each([
    ['in its own size', { width: 20, height: 10 }],
    ['resampled', { width: 14, height: 7 }]
  ])('%s lies at the top left of a white canvas', async (_, content) => {
    const view = { ...whole(picture, { width: 32, height: 32 }), content }
    const rendered = await render(picture, view)
    expect(rendered.data).toHaveLength(32 * 32 * 3)
    const places = Array.from({ length: 32 * 32 }, (__, index) => [index % 32, Math.floor(index / 32)] as const)
    const rim = places.filter(([x, y]) => x >= content.width || y >= content.height)
    expect(rim.filter(([x, y]) => at(rendered, x, y).some((value) => value !== 255))).toEqual([])
  })

  test('keeps a plain colour when it is resampled', async () => {
    const plain: Pixels = { width: 50, height: 40, data: new Uint8Array(50 * 40 * 3).fill(77) }
    const view = part({ x0: 10, y0: 10, x1: 40, y1: 30 }, { width: 17, height: 11 })
    expect((await shownBy(plain, view)).data).toEqual(new Uint8Array(17 * 11 * 3).fill(77))
  })
})

describe('a view is refused', () => {
  test.each<[string, View]>([
    ['that begins where it ends', part({ x0: 5, y0: 0, x1: 5, y1: 9 }, { width: 1, height: 1 })],
    ['that is turned over', part({ x0: 0, y0: 9, x1: 5, y1: 2 }, { width: 1, height: 1 })],
    ['that reaches beyond the right edge', part({ x0: 0, y0: 0, x1: 21, y1: 10 }, { width: 1, height: 1 })],
    ['that reaches beyond the lower edge', part({ x0: 0, y0: 0, x1: 20, y1: 11 }, { width: 1, height: 1 })],
    [
      'whose content is wider than its canvas',
      part({ x0: 0, y0: 0, x1: 20, y1: 10 }, { width: 21, height: 10 }, { width: 20, height: 10 })
    ]
  ])('%s', (_, view) => {
    expect(() => checkView(view, picture, defaultPictureLimits)).toThrow(
      expect.objectContaining({ code: 'engine-protocol' })
    )
  })

  test('whose canvas would fill the memory', () => {
    const view = whole(picture, { width: 65_536, height: 65_536 })
    expect(() => checkView(view, picture, defaultPictureLimits)).toThrow(
      expect.objectContaining({ code: 'picture-too-many-pixels' })
    )
  })
})
