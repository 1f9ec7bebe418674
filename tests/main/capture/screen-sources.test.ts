import { describe, expect, it } from 'vitest'
import { type SourceFacts, sourceOf } from '../../../main/capture/screen-sources.ts'
import { display } from './screens.ts'

const wide = display({ id: 7, bounds: { x: 0, y: 0, width: 1920, height: 1080 } })
const tall = display({ id: 8, bounds: { x: 1920, y: 0, width: 1080, height: 1920 }, rotation: 90 })
const twin = display({ id: 9, bounds: { x: 0, y: 1080, width: 1920, height: 1080 } })
const source = (name: string, width: number, height: number): SourceFacts => ({
  display: name,
  size: { width, height }
})

describe('the source of a display', () => {
  it.each<[string, Parameters<typeof sourceOf>, number | undefined]>([
    ['has its id', [wide, [wide, tall], [source('8', 1080, 1920), source('7', 1920, 1080)]], 1],
    ['is told by its shape', [tall, [wide, tall], [source('', 1920, 1080), source('', 1080, 1920)]], 1],
    ['is told by its place among equals', [twin, [wide, twin], [source('', 1920, 1080), source('', 1920, 1080)]], 1],
    ['with ids of another kind is told the same way', [wide, [wide], [source('0x1', 1920, 1080)]], 0],
    ['is not one that names another display', [wide, [wide, twin], [source('9', 1920, 1080)]], undefined],
    ['may not be there', [wide, [wide], []], undefined],
    ['is not one of another shape', [wide, [wide], [source('', 500, 500)]], undefined],
    ['cannot be told with fewer sources than displays', [twin, [wide, twin], [source('', 1920, 1080)]], undefined]
  ])('%s', (_name, given, index) => {
    expect(sourceOf(...given)).toBe(index)
  })
})
