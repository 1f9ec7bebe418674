import { eachOnce, type Said, say } from '../../saying.ts'
import type { ParseContext } from '../task.ts'

const truncation = say(
  'The answer was cut off at the limit of tokens, or the connection ended: its end is missing.',
  'answer.cut-off'
)

/** Of an answer whose JSON had to be mended. */
export const repaired = say('The answer was no valid JSON and was repaired.', 'answer.repaired')

/** What there is to tell before looking at the answer. */
export function firstNotices({ truncated }: Pick<ParseContext, 'truncated'>): Said[] {
  return truncated ? [truncation] : []
}

/** As many and as long as a result may have; each once. */
export function boundNotices(notices: readonly Said[]): Said[] {
  return eachOnce(notices)
    .slice(0, 50)
    .map((said) => ({ ...said, message: said.message.slice(0, 500) }))
}

/** "1 box was" or "3 boxes were". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
