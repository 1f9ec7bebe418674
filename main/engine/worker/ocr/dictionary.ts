import { parse } from 'yaml'
import { z } from 'zod'
import { Failure } from '../../../failure.ts'
import type { PackManifest } from '../../protocol/pack.ts'

/** The largest dictionary known has 18,708 entries in 150 kB. */
const limits = { bytes: 4 * 1024 * 1024, entries: 100_000, entryLength: 16 }

const entries = z.array(z.string().min(1).max(limits.entryLength)).min(1).max(limits.entries)
const paddleInference = z.object({ PostProcess: z.object({ character_dict: entries }) })

/**
 * The text of each class of a recogniser: the blank of CTC first (an empty string), then the entries of the dictionary
 * file in their order, then the space if the pack adds one. Throws `pack-damaged` when the file is not a dictionary.
 */
export function parseDictionary(
  bytes: Uint8Array,
  dictionary: Pick<PackManifest['dictionary'], 'format' | 'space'>
): string[] {
  const found = parseEntries(bytes, dictionary.format)
  return dictionary.space ? ['', ...found, ' '] : ['', ...found]
}

function parseEntries(bytes: Uint8Array, format: PackManifest['dictionary']['format']): string[] {
  try {
    if (bytes.length > limits.bytes) throw new RangeError(`${bytes.length} bytes, at most ${limits.bytes} are read`)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return format === 'lines' ? entries.parse(splitLines(text)) : paddleEntries(text)
  } catch (cause) {
    throw new Failure('pack-damaged', 'The dictionary of the model pack cannot be read.', {
      advice: 'Remove the pack and fetch it again.',
      cause
    })
  }
}

/** Only line feeds and a carriage return before them separate: entries such as U+3000 are white space themselves. */
function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** The `failsafe` schema leaves every scalar a string: an entry `1`, `~` or `y` is that character, no number or null. */
function paddleEntries(text: string): string[] {
  const document: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' })
  return paddleInference.parse(document).PostProcess.character_dict
}
