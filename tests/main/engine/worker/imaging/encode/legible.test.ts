import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../../../../../main/engine/client.ts'
import type { Encoding } from '../../../../../../main/engine/protocol/view.ts'
import { embeddedPack } from '../../../../../fakes/engine/pack.ts'
import { fixturePath, readingFixtures } from '../../../../../fixtures/reading/truth.ts'
import { whole } from './views.ts'

const pack = embeddedPack()
const names = ['size-10', 'size-12', 'tiny-chinese', 'low-contrast', 'chinese-light']
const fixtures = readingFixtures().filter(({ name }) => names.includes(name))

let folder: string
let engine: Engine
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'legible-'))
  engine = createEngine({ cache: join(folder, 'cache'), spoolRoot: folder })
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

/** The lines in an order of their own: from the top, then from the left. */
async function linesOf(picture: Uint8Array): Promise<string[]> {
  const { lines } = await engine.read(picture, { pack })
  return lines.toSorted((one, other) => one.quad[0][1] - other.quad[0][1]).map(({ text }) => text)
}

const upToCells = (length: number): number => Math.ceil(length / 32) * 32

/** As models are shown it: in its own pixels, on a canvas of whole cells. */
async function encoded(file: Uint8Array, width: number, height: number, encoding: Encoding): Promise<Uint8Array> {
  const canvas = { width: upToCells(width), height: upToCells(height) }
  const [made] = await engine.encode(file, [whole({ width, height }, canvas)], encoding)
  return made?.data ?? new Uint8Array(0)
}

describe('small text is read from what was encoded as from the picture itself', () => {
  test.each(fixtures)('$name', async (fixture) => {
    const file = readFileSync(fixturePath(fixture))
    const lines = await linesOf(file)
    expect(lines.length).toBeGreaterThan(0)
    for (const formats of [['png', 'jpeg'], ['jpeg']] as const) {
      const shown = await encoded(file, fixture.width, fixture.height, { formats: [...formats], bytes: 7_000_000 })
      expect(await linesOf(shown)).toEqual(lines)
    }
  })
})
