import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defaultPictureLimits } from '../../../../../main/engine/protocol/picture.ts'
import { decode } from '../../../../../main/engine/worker/imaging/decode.ts'
import { thumbnail } from '../../../../../main/engine/worker/imaging/encode/thumbnail.ts'
import { probe } from '../../../../../main/engine/worker/imaging/probe.ts'
import { Failure } from '../../../../../main/failure.ts'
import { encodeOne, whole } from './encode/views.ts'

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

const written = { facts: { bytes: expect.any(Number) } }

describe.skipIf(!present)('odd files', () => {
  test.each(entries)('$file: $what', async (odd) => {
    const bytes = readFileSync(resolve(folder, odd.file))
    const result = await decode(bytes, defaultPictureLimits).catch((error: unknown) => error)
    const outcome = result instanceof Failure ? 'rejected' : 'decodes'
    expect([outcome, 'either']).toContain(odd.expected)
    expect(result).toMatchObject(outcome === 'rejected' ? refusal : promisedOf(odd))
  })

  test.each(entries)('$file goes to a provider and into a list, or is refused', async (odd) => {
    const bytes = readFileSync(resolve(folder, odd.file))
    const encoded = await probe(bytes, defaultPictureLimits)
      .then((facts) => encodeOne(bytes, whole(facts)))
      .catch((error: unknown) => error)
    const small = await thumbnail(bytes, 256, defaultPictureLimits).catch((error: unknown) => error)
    for (const result of [encoded, small]) {
      expect(result).toMatchObject(result instanceof Failure ? refusal : written)
    }
    expect(encoded instanceof Failure).toBe(small instanceof Failure)
  })
})
