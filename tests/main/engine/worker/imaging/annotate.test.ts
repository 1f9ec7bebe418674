import { describe, expect, test } from 'vitest'
import type { Quad } from '../../../../../main/engine/protocol/geometry.ts'
import { defaultPictureLimits } from '../../../../../main/engine/protocol/picture.ts'
import { annotate } from '../../../../../main/engine/worker/imaging/annotate.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import type { Pixels } from '../../../../../main/engine/worker/imaging/pixels.ts'
import { drawn } from '../../../../fixtures/pictures/encoded.ts'
import { scene } from '../../../../fixtures/pictures/scene.ts'

const plain = (width: number, height: number, value: number): Pixels => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(value)
})

const draw = async (picture: Pixels | Uint8Array, ...quads: Quad[]): Promise<Pixels> => {
  const png = await annotate(
    picture,
    quads.map((quad) => ({ quad })),
    defaultPictureLimits
  )
  return decode(png, defaultPictureLimits)
}

const at = ({ data, width }: Pixels, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)
]

const square: Quad = [
  [10, 10],
  [30, 10],
  [30, 20],
  [10, 20]
]

describe('annotate', () => {
  test.each([0, 255])('outlines with a red stroke of 2 pixels inside a white halo, on ground %i', async (ground) => {
    const marked = await draw(plain(40, 30, ground), square)
    expect([8, 9, 10, 11].map((y) => at(marked, 20, y))).toEqual([
      [255, 255, 255],
      [230, 0, 60],
      [230, 0, 60],
      [255, 255, 255]
    ])
    for (const [x, y] of [
      [20, 15],
      [20, 5],
      [35, 15]
    ] as const) {
      expect(at(marked, x, y)).toEqual([ground, ground, ground])
    }
  })

  test('is thicker on large pictures', async () => {
    const marked = await draw(plain(4000, 20, 0), [
      [-50, 10],
      [5000, 10],
      [5000, 900],
      [-50, 900]
    ])
    expect(at(marked, 2000, 8)).toEqual([230, 0, 60])
    expect(at(marked, 2000, 11)).toEqual([230, 0, 60])
  })

  test('draws slanted edges whole', async () => {
    const marked = await draw(plain(60, 60, 0), [
      [30, 5],
      [55, 30],
      [30, 55],
      [5, 30]
    ])
    for (let step = 0; step < 25; step += 1) expect(at(marked, 30 + step, 5 + step)[0]).toBeGreaterThan(200)
  })

  test('leaves the pixels that it gets alone, and draws on the upright picture of a file', async () => {
    const given = plain(40, 30, 7)
    await draw(given, square)
    expect(given.data.every((value) => value === 7)).toBe(true)
    const turned = await drawn(scene(4, 60, 40))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await draw(turned, square)).toMatchObject({ width: 40, height: 60 })
  })

  test.each<[string, Quad]>([
    [
      'no numbers',
      [
        [Number.NaN, 0],
        [1, 0],
        [1, 1],
        [0, 1]
      ]
    ],
    [
      'no end',
      [
        [0, 0],
        [Number.POSITIVE_INFINITY, 0],
        [1, 1],
        [0, 1]
      ]
    ],
    [
      'corners far outside',
      [
        [-1e12, -1e12],
        [-9e11, -1e12],
        [-9e11, -9e11],
        [-1e12, -9e11]
      ]
    ]
  ])('draws nothing for %s', async (_, quad) => {
    const marked = await draw(plain(20, 20, 100), quad)
    expect(marked.data.every((value) => value === 100)).toBe(true)
  })

  test('draws a point and a line', async () => {
    const marked = await draw(
      plain(20, 20, 0),
      [
        [10, 10],
        [10, 10],
        [10, 10],
        [10, 10]
      ],
      [
        [2, 5],
        [8, 5],
        [8, 5],
        [2, 5]
      ]
    )
    expect(at(marked, 10, 10)).toEqual([230, 0, 60])
    expect(at(marked, 5, 5)).toEqual([230, 0, 60])
  })

  test('marks 2,000 lines on a 4K screen', async () => {
    const quads = Array.from({ length: 2000 }, (_, index): Quad => {
      const [x, y] = [(index % 40) * 95, Math.floor(index / 40) * 43]
      return [
        [x, y],
        [x + 80, y + 4],
        [x + 78, y + 30],
        [x - 2, y + 26]
      ]
    })
    expect(await draw(plain(3840, 2160, 30), ...quads)).toMatchObject({ width: 3840, height: 2160 })
  })
})
