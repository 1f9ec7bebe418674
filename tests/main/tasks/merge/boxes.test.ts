import { describe, expect, test } from 'vitest'
import type { Detection, TaskResult } from '../../../../main/tasks/result.ts'
import { bottom, merge, textOf, top } from './tiles.ts'

const boxesOf = (...detections: Detection[]): TaskResult => ({
  kind: 'boxes',
  text: 'x',
  notices: [],
  detections,
  prose: ''
})

const at = (label: string, x0: number, y0: number, x1: number, y1: number): Detection => ({
  label,
  box: { x0, y0, x1, y1 }
})

const join = (above: Detection[], below: Detection[]) => {
  const merged = merge('detect', [boxesOf(...above), top], [boxesOf(...below), bottom])
  return merged.kind === 'boxes' ? merged.detections : []
}

describe('boxes', () => {
  test.each<[name: string, above: Detection, below: Detection, expected: Detection[]]>([
    ['the same box', at('cat', 10, 910, 60, 980), at('cat', 11, 911, 60, 980), [at('cat', 10, 910, 60, 980)]],
    [
      'another label',
      at('cat', 10, 910, 60, 980),
      at('dog', 10, 910, 60, 980),
      [at('cat', 10, 910, 60, 980), at('dog', 10, 910, 60, 980)]
    ],
    [
      'cut above, whole below',
      at('cat', 10, 950, 60, 1000),
      at('cat', 10, 950, 60, 1200),
      [at('cat', 10, 950, 60, 1200)]
    ],
    ['cut in both', at('bus', 100, 500, 400, 1000), at('bus', 102, 900, 400, 1500), [at('bus', 100, 500, 400, 1500)]],
    [
      'beside each other at the seam',
      at('car', 100, 920, 200, 1000),
      at('car', 220, 920, 320, 1100),
      [at('car', 100, 920, 200, 1000), at('car', 220, 920, 320, 1100)]
    ],
    [
      'a small one within a large one',
      at('box', 100, 100, 900, 950),
      at('box', 200, 930, 230, 945),
      [at('box', 100, 100, 900, 950), at('box', 200, 930, 230, 945)]
    ]
  ])('%s', (_name, above, below, expected) => {
    expect(join([above], [below])).toEqual(expected)
  })

  test('two of one tile stay two', () => {
    const merged = merge('detect', [boxesOf(at('cat', 1, 1, 50, 50), at('cat', 2, 2, 50, 50)), top])
    expect(merged.kind === 'boxes' && merged.detections.length).toBe(2)
  })

  test('none in any tile is a right answer', () => {
    const none: TaskResult = { kind: 'boxes', text: 'Nothing.', notices: [], detections: [], prose: '' }
    expect(merge('detect', [none, top], [none, bottom])).toEqual(none)
  })

  test('a tile without boxes is prose', () => {
    expect(merge('detect', [boxesOf(at('cat', 1, 1, 50, 50)), top], [textOf('I see none.'), bottom])).toMatchObject({
      kind: 'boxes',
      prose: 'I see none.'
    })
    expect(merge('detect', [textOf('None.'), top], [textOf('None.'), bottom])).toEqual(textOf('None.'))
  })
})
