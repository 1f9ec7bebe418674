import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { RememberedRegion } from '../../../main/capture/geometry/remembered.ts'
import { regionFile } from '../../../main/captured/region.ts'
import { timesFile } from '../../../main/captured/times.ts'
import { display } from '../capture/screens.ts'

const root = mkdtempSync(join(tmpdir(), 'glyphlens-captured-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'))
})

const region: RememberedRegion = {
  display: display(),
  size: { width: 1280, height: 720 },
  rect: { x: 10, y: 20, width: 30, height: 40 }
}

describe('the region that was framed last', () => {
  it('is there in the next run, and nobody else may read it', () => {
    regionFile(folder).write(region)
    expect(regionFile(folder).read()).toEqual(region)
    expect(readdirSync(folder)).toEqual(['capture-region.json'])
    expect(statSync(join(folder, 'capture-region.json')).mode & 0o077).toBe(0)
  })

  it.each([
    ['missing', undefined],
    ['damaged', '{"display":'],
    ['of another version', '{"display":{"id":"a"}}'],
    ['with a region that has no size', JSON.stringify({ ...region, rect: { x: 0, y: 0, width: 0, height: 4 } })],
    ['too large', JSON.stringify({ ...region, more: 'x'.repeat(300_000) })]
  ])('is none when its file is %s', (_name, text) => {
    if (text !== undefined) writeFileSync(join(folder, 'capture-region.json'), text)
    expect(regionFile(folder).read()).toBeUndefined()
  })

  it('is not half written', () => {
    const file = regionFile(join(folder, 'capture-region.json', 'no-folder'))
    writeFileSync(join(folder, 'capture-region.json'), 'a file where a folder should be')
    expect(() => file.write(region)).toThrow('capture-region.json')
    expect(readdirSync(folder)).toEqual(['capture-region.json'])
  })
})

it('times of captures are there in the next run', () => {
  const history = [{ mode: 'read-region', spent: { freezing: 12.5, showing: 80 } }] as const
  timesFile(folder).write(history)
  expect(timesFile(folder).read()).toEqual(history)
})
