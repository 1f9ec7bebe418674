/** What an argument may hold before any schema looks at it. */
const most = { values: 500_000, characters: 32_000_000 }

/**
 * Whether an argument is plain data (objects, arrays, text, numbers, yes and no) within limits that every schema stays
 * below. Looks no further than the limits, also when the data contains itself.
 */
export function isMeasured(argument: unknown, limits: Readonly<typeof most> = most): boolean {
  let { values, characters } = limits
  const open: unknown[] = [argument]
  while (open.length > 0) {
    const value = open.pop()
    values -= 1
    if (typeof value === 'string') characters -= value.length
    if (values < 0 || characters < 0 || !isPlain(value)) return false
    if (typeof value !== 'object' || value === null) continue
    // Before they are listed: a long array would be copied first and refused later.
    if (Array.isArray(value) && value.length > values) return false
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) characters -= key.length
      open.push(inner)
    }
  }
  return true
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint' && typeof value !== 'symbol'
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null
}
