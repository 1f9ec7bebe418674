/** An object of JSON, not a list and not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A name as models vary it: "xAxis", "x_axis" and "X axis" are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[\s_-]/gu, '')
}

/** The value of the first of `keys` that the object has; keys are compared as `plainKey` writes them. */
export function valueOf(record: Record<string, unknown>, keys: readonly string[]): unknown {
  const entries = Object.entries(record).map(([key, value]) => [plainKey(key), value] as const)
  for (const wanted of keys) {
    const found = entries.find(([key, value]) => key === wanted && value !== undefined && value !== null)
    if (found) return found[1]
  }
  return undefined
}

/** Text of a string, number or boolean of JSON, trimmed and cut to `length` characters; undefined for all else and for blank. */
export function textOf(value: unknown, length: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  const text = String(value).trim().slice(0, length)
  return text === '' ? undefined : text
}
