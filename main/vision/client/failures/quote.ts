import { redact } from '../../redact.ts'

/** Characters of a provider's own words that are quoted. */
const longestQuote = 300

/** A provider's own words, fit to be shown: one line, no markup, no keys, no pictures. Empty when nothing is left. */
export function quote(message: string, secrets: readonly (string | undefined)[]): string {
  // Cut first: whatever comes in is bounded, and no pattern runs over megabytes.
  const plain = redact(message.slice(0, 20_000), secrets)
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return plain.length <= longestQuote ? plain : `${plain.slice(0, longestQuote - 1).trimEnd()}…`
}
