import type { ParseContext } from '../task.ts'

const truncation = 'The answer was cut off at the limit of tokens, or the connection ended: its end is missing.'

/** What there is to tell before looking at the answer. */
export function firstNotices({ truncated }: Pick<ParseContext, 'truncated'>): string[] {
  return truncated ? [truncation] : []
}

/** As many and as long as a result may have; each once. */
export function boundNotices(notices: readonly string[]): string[] {
  return [...new Set(notices)].slice(0, 50).map((notice) => notice.slice(0, 500))
}

/** "1 box was" or "3 boxes were". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
