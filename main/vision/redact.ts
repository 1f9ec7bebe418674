/** Stands where something secret stood. */
const hidden = '[hidden]'

/** Shortest secret that is looked for: a shorter one would be found in every other word. */
const shortestSecret = 4

/** What looks like a key of any provider, whosever it is, also when it is masked with stars in the middle. */
const keyPatterns: readonly RegExp[] = [
  /\bBearer\s+[^\s"',;]+/gi,
  /\b(?:sk|ms|pk|rk)-[A-Za-z0-9_*-]{8,}/g,
  /\bAIza[A-Za-z0-9_*-]{10,}/g
]

/** Pictures: a `data:` URI, or base64 that is longer than any id. */
const picturePatterns: readonly RegExp[] = [/data:[^\s"',;]*;base64,[A-Za-z0-9+/=]*/gi, /[A-Za-z0-9+/]{200,}={0,2}/g]

/** Takes secrets, all that looks like a key, and encoded pictures out of a text that somebody may read. */
export function redact(text: string, secrets: readonly (string | undefined)[]): string {
  const forms = secrets
    .filter((secret): secret is string => secret !== undefined && secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .toSorted((one, other) => other.length - one.length)
  const named = forms.reduce((cleaned, form) => cleaned.replaceAll(form, hidden), text)
  const keyless = keyPatterns.reduce((cleaned, pattern) => cleaned.replace(pattern, hidden), named)
  return picturePatterns.reduce((cleaned, pattern) => cleaned.replace(pattern, '[picture]'), keyless)
}

/** Causes that are kept of one error; longer chains hold nothing new. */
const longestChain = 5

/** A copy of an error and its causes for the log: names, codes and cleaned messages, without stacks and other fields. */
export function redactedCause(thrown: unknown, secrets: readonly (string | undefined)[], depth = 0): Error | undefined {
  if (thrown === undefined || thrown === null || depth >= longestChain) return undefined
  const { name, message, code, cause } = partsOf(thrown)
  const copy = new Error(redact(`${name}: ${message}${code === undefined ? '' : ` (${code})`}`, secrets))
  const deeper = redactedCause(cause, secrets, depth + 1)
  if (deeper !== undefined) copy.cause = deeper
  // Names this function only, and says nothing about where it went wrong.
  copy.stack = copy.message
  return copy
}

function partsOf(thrown: unknown): { name: string; message: string; code: string | undefined; cause: unknown } {
  if (!(thrown instanceof Error)) return { name: 'Thrown', message: String(thrown), code: undefined, cause: undefined }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
  const first = thrown instanceof AggregateError ? thrown.errors[0] : undefined
  return { name: thrown.name, message: thrown.message, code, cause: thrown.cause ?? first }
}
