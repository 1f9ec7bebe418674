import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defaultPictureLimits } from '../../../../../main/engine/protocol/picture.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import { Failure } from '../../../../../main/failure.ts'

/** Odd and hostile files that do not belong to the project; they may lie beside it. */
const folder = resolve(import.meta.dirname, '../../../../../../shared/samples/odd')
const manifest = resolve(folder, 'manifest.jsonl')
const present = existsSync(manifest)
if (!present) console.warn(`Left out: no odd files in ${folder}`)

const entry = z.object({
  file: z.string(),
  what: z.string(),
  expected: z.enum(['decodes', 'rejected', 'either']),
  oriented_width: z.number().optional(),
  oriented_height: z.number().optional(),
  orientation: z.number().optional(),
  frames: z.number().optional(),
  true_format: z.string().optional()
})
const entries = present
  ? readFileSync(manifest, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => entry.parse(JSON.parse(line)))
  : []

type Odd = z.infer<typeof entry>

/** What is promised of a picture that decodes; the manifest leaves out what does not matter. */
function promisedOf(odd: Odd): object {
  const facts = { orientation: odd.orientation, frames: odd.frames, format: odd.true_format }
  const known = Object.entries(facts).filter(([, value]) => value !== undefined)
  return { width: odd.oriented_width, height: odd.oriented_height, facts: Object.fromEntries(known) }
}

const refusal = {
  name: 'Failure',
  code: expect.stringMatching(/^picture-/),
  message: expect.stringMatching(/\.$/),
  advice: expect.stringMatching(/\.$/)
}

describe.skipIf(!present)('odd files', () => {
  test.each(entries)('$file: $what', async (odd) => {
    const bytes = readFileSync(resolve(folder, odd.file))
    const result = await decode(bytes, defaultPictureLimits).catch((error: unknown) => error)
    const outcome = result instanceof Failure ? 'rejected' : 'decodes'
    expect([outcome, 'either']).toContain(odd.expected)
    expect(result).toMatchObject(outcome === 'rejected' ? refusal : promisedOf(odd))
  })
})
