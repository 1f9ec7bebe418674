import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportBoxes } from '../../../../main/tasks/export/export.ts'
import { distinctNames, type LabelledPicture } from '../../../../main/tasks/export/picture.ts'

const cats: LabelledPicture = {
  name: 'shots/cats.png',
  width: 200,
  height: 100,
  detections: [
    { label: 'cat', box: { x0: 10, y0: 20, x1: 30, y1: 40 } },
    { label: 'dog', box: { x0: 0, y0: 0, x1: 200, y1: 100 }, attributes: { colour: 'red', breed: 'spitz' } }
  ]
}
const street: LabelledPicture = {
  name: 'street.jpg',
  width: 300,
  height: 300,
  detections: [{ label: 'bus\nstop', box: { x0: 100.123, y0: 50, x1: 200.456, y1: 150 } }]
}
const empty: LabelledPicture = { name: 'empty.png', width: 10, height: 10, detections: [] }

const textOf = (files: readonly { path: string; text: string }[], path: string) =>
  files.find((file) => file.path === path)?.text

describe('YOLO', () => {
  test('labels and classes', () => {
    const { files, pictures } = exportBoxes('yolo', [cats, street, empty], ['bird', 'dog'])
    expect(files.map(({ path }) => path)).toEqual([
      'classes.txt',
      'labels/cats.txt',
      'labels/street.txt',
      'labels/empty.txt'
    ])
    expect(textOf(files, 'classes.txt')).toBe('bird\ndog\ncat\nbus stop\n')
    expect(textOf(files, 'labels/cats.txt')).toBe(
      '2 0.100000 0.300000 0.100000 0.200000\n1 0.500000 0.500000 1.000000 1.000000\n'
    )
    expect(textOf(files, 'labels/empty.txt')).toBe('')
    expect(pictures).toEqual(['images/cats.png', 'images/street.jpg', 'images/empty.png'])
  })

  test('boxes come back within a millionth, and every share is one', () => {
    const side = fc.integer({ min: 1, max: 10_000 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(side, side, share, share, share, share, (width, height, a, b, c, d) => {
        const box = {
          x0: Math.min(a, b) * width,
          y0: Math.min(c, d) * height,
          x1: Math.max(a, b) * width,
          y1: Math.max(c, d) * height
        }
        const { files } = exportBoxes('yolo', [{ name: 'a.png', width, height, detections: [{ label: 'x', box }] }])
        const [, cx = 0, cy = 0, w = 0, h = 0] = (textOf(files, 'labels/a.txt') ?? '').trim().split(' ').map(Number)
        expect([cx, cy, w, h].every((value) => value >= 0 && value <= 1)).toBe(true)
        expect((cx - w / 2) * width).toBeCloseTo(box.x0, 1)
        expect((cy + h / 2) * height).toBeCloseTo(box.y1, 1)
      })
    )
  })
})

test('COCO', () => {
  const { files, pictures } = exportBoxes('coco', [cats, street], ['dog'])
  expect(files.length).toBe(1)
  expect(JSON.parse(textOf(files, 'annotations.json') ?? '')).toMatchObject({
    images: [
      { id: 1, width: 200, height: 100, file_name: 'cats.png' },
      { id: 2, width: 300, height: 300, file_name: 'street.jpg' }
    ],
    categories: [
      { id: 1, name: 'dog', supercategory: '' },
      { id: 2, name: 'cat', supercategory: '' },
      { id: 3, name: 'bus stop', supercategory: '' }
    ],
    annotations: [
      {
        id: 1,
        image_id: 1,
        category_id: 2,
        bbox: [10, 20, 20, 20],
        area: 400,
        iscrowd: 0,
        segmentation: [[10, 20, 30, 20, 30, 40, 10, 40]]
      },
      { id: 2, image_id: 1, category_id: 1, bbox: [0, 0, 200, 100], area: 20_000, iscrowd: 0 },
      { id: 3, image_id: 2, category_id: 3, bbox: [100.12, 50, 100.34, 100], area: 10_034, iscrowd: 0 }
    ]
  })
  expect(pictures).toEqual(['images/cats.png', 'images/street.jpg'])
})

test('LabelMe', () => {
  const { files, pictures } = exportBoxes('labelme', [cats, empty])
  expect(files.map(({ path }) => path)).toEqual(['cats.json', 'empty.json'])
  expect(JSON.parse(textOf(files, 'cats.json') ?? '')).toEqual({
    version: '5.5.0',
    flags: {},
    shapes: [
      {
        label: 'cat',
        points: [
          [10, 20],
          [30, 40]
        ],
        group_id: null,
        description: '',
        shape_type: 'rectangle',
        flags: {},
        mask: null
      },
      {
        label: 'dog',
        points: [
          [0, 0],
          [200, 100]
        ],
        group_id: null,
        description: 'colour: red\nbreed: spitz',
        shape_type: 'rectangle',
        flags: {},
        mask: null
      }
    ],
    imagePath: 'cats.png',
    imageData: null,
    imageHeight: 100,
    imageWidth: 200
  })
  expect(pictures).toEqual(['cats.png', 'empty.png'])
})

describe('names', () => {
  test.each<[string[], string[]]>([
    [
      ['a.png', 'a.jpg', 'b/A.png'],
      ['a.png', 'a-2.jpg', 'A-3.png']
    ],
    [
      ['C:\\shots\\a.png', '/x/y/b.png'],
      ['a.png', 'b.png']
    ],
    [
      ['a:b?.png', 'a\nb.png', '.png', '', '..'],
      ['a-b-.png', 'a-b.png', 'picture.png', 'picture-2', 'picture-3']
    ],
    [
      ['a.png', 'a-2.png', 'a.png'],
      ['a.png', 'a-2.png', 'a-3.png']
    ],
    [['v1.2.png'], ['v1.2.png']]
  ])('%j', (given, expected) => {
    expect(distinctNames(given.map((name) => ({ name }))).map(({ file }) => file)).toEqual(expected)
  })

  test('never leave the folder and never meet', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '.', '/', '\\', '\0', '-', '2') })), (names) => {
        const files = distinctNames(names.map((name) => ({ name })))
        expect(new Set(files.map(({ stem }) => stem.toLowerCase())).size).toBe(names.length)
        expect(files.every(({ file, stem }) => /^[^/\\\0]+$/u.test(file) && stem !== '.' && stem !== '..')).toBe(true)
      })
    )
  })
})
