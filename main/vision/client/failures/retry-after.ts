/** How long a provider asks to wait, in milliseconds; undefined when it does not say or says nonsense. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const exact = positive(headers.get('retry-after-ms'))
  if (exact !== undefined) return exact
  const given = headers.get('retry-after')
  const seconds = positive(given)
  if (seconds !== undefined) return seconds * 1000
  // Left to itself, the parser takes almost anything for a date, also a negative number.
  const date = /^[a-z]{3},|^\d{4}-\d\d-\d\d/i.test(given ?? '') ? Date.parse(given ?? '') : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function positive(text: string | null): number | undefined {
  const trimmed = text?.trim() ?? ''
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined
}
