import { Failure } from '../failure.ts'
import { type Said, say } from '../saying.ts'
import { cleanPasted } from './pasted.ts'
import type { Preset } from './preset.ts'

/** The longest that are in use are signed tokens of some thousand characters. */
const longest = 4096

/** A key that may be sent, and sentences about what is unusual in it; none of them repeats it. */
export interface ParsedKey {
  /** As in `Endpoint`; undefined when nothing was given. */
  readonly key: string | undefined
  readonly notices: readonly Said[]
}

/** Reads a key as people paste it. Throws `vision-key-format`; no message repeats the key. */
export function parseKey(text: string, preset: Preset): ParsedKey {
  const key = cleanPasted(text)
    .replace(/^(authorization:\s*)?bearer(\s+|$)/i, '')
    .trim()
  if (key === '') return { key: undefined, notices: [] }
  const fault = faultOf(key)
  if (fault !== undefined) {
    throw new Failure('vision-key-format', fault.message, { advice: adviceFor(preset), saying: fault.saying })
  }
  return { key, notices: hintsFor(key, preset) }
}

function adviceFor({ title, key: { page } }: Preset): string {
  return page === undefined
    ? `Copy the key of ${title} once more.`
    : `Copy it once more from ${page} and paste only that.`
}

function faultOf(key: string): Said | undefined {
  if (key.length > longest) return say('This is too long to be a key.', 'key.too-long')
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(key)) return say('This is an address, not a key.', 'key.address')
  if (/\s/.test(key)) return say('The key has blanks in it: more or less than one key was copied.', 'key.blanks')
  // Headers take nothing else, and libraries repeat the key in their complaint.
  if (!/^[!-~]+$/.test(key)) return say('The key has characters in it that no key has.', 'key.characters')
  return undefined
}

function hintsFor(key: string, { title, key: { prefix } }: Preset): Said[] {
  if (prefix === undefined || key.startsWith(prefix)) return []
  const message = `Keys of ${title} begin with “${prefix}”, this one does not: it may be a key of another provider.`
  return [say(message, 'key.prefix', { provider: title, prefix })]
}
