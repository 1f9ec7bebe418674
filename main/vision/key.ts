import { Failure } from '../failure.ts'
import { cleanPasted } from './pasted.ts'
import type { Preset } from './preset.ts'

/** The longest that are in use are signed tokens of some thousand characters. */
const longest = 4096

/** A key that may be sent, and sentences about what is unusual in it; none of them repeats it. */
export interface ParsedKey {
  /** As in `Endpoint`; undefined when nothing was given. */
  readonly key: string | undefined
  readonly notices: readonly string[]
}

/** Reads a key as people paste it. Throws `vision-key-format`; no message repeats the key. */
export function parseKey(text: string, preset: Preset): ParsedKey {
  const key = cleanPasted(text)
    .replace(/^(authorization:\s*)?bearer(\s+|$)/i, '')
    .trim()
  if (key === '') return { key: undefined, notices: [] }
  const fault = faultOf(key)
  if (fault !== undefined) throw new Failure('vision-key-format', fault, { advice: adviceFor(preset) })
  return { key, notices: hintsFor(key, preset) }
}

function adviceFor({ title, key: { page } }: Preset): string {
  return page === undefined
    ? `Copy the key of ${title} once more.`
    : `Copy it once more from ${page} and paste only that.`
}

function faultOf(key: string): string | undefined {
  if (key.length > longest) return 'This is too long to be a key.'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(key)) return 'This is an address, not a key.'
  if (/\s/.test(key)) return 'The key has blanks in it: more or less than one key was copied.'
  // Headers take nothing else, and libraries repeat the key in their complaint.
  if (!/^[!-~]+$/.test(key)) return 'The key has characters in it that no key has.'
  return undefined
}

function hintsFor(key: string, { title, key: { prefix } }: Preset): string[] {
  if (prefix === undefined || key.startsWith(prefix)) return []
  return [`Keys of ${title} begin with “${prefix}”, this one does not: it may be a key of another provider.`]
}
