/** Changes leaves of plain objects and arrays; whatever else there is goes as it is. */
function walk(value: unknown, step: (leaf: unknown) => unknown): unknown {
  const changed = step(value)
  if (changed !== value) return changed
  if (Array.isArray(value)) return value.map((item) => walk(item, step))
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, step)]))
  }
  return value
}

/** Bytes as base64, in which they cross Playwright's line several times faster, and addresses of the app as the page knows them. */
export function pack(value: unknown, address: (text: string) => string): unknown {
  return walk(value, (leaf) => {
    if (leaf instanceof Uint8Array) return { $bytes: Buffer.from(leaf).toString('base64') }
    return typeof leaf === 'string' ? address(leaf) : leaf
  })
}

/** The way back. */
export function unpack(value: unknown, address: (text: string) => string): unknown {
  return walk(value, (leaf) => {
    const bytes = (leaf as { $bytes?: unknown } | null)?.$bytes
    if (typeof bytes === 'string') return new Uint8Array(Buffer.from(bytes, 'base64'))
    return typeof leaf === 'string' ? address(leaf) : leaf
  })
}
