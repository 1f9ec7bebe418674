/** SQLite's primary result code for a full disk: https://www.sqlite.org/rescode.html#full */
const sqliteFull = 13

const mostCauses = 8

/** Whether an error, or what caused it, says that the disk (or the person's share of it) is full. */
export function isDiskFull(error: unknown): boolean {
  let current = error
  for (let level = 0; level < mostCauses && typeof current === 'object' && current !== null; level += 1) {
    if ('code' in current && (current.code === 'ENOSPC' || current.code === 'EDQUOT')) return true
    if ('errcode' in current && typeof current.errcode === 'number' && (current.errcode & 0xff) === sqliteFull)
      return true
    current = 'cause' in current ? current.cause : undefined
  }
  return false
}
