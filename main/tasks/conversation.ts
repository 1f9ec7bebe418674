import type { TaskOptions, Turn } from './options.ts'
import type { PromptContext, Task } from './task.ts'

/** One message to a model. The picture stands in the one message that says so, which is the first of the person. */
export interface ConversationMessage {
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly picture: boolean
}

/** Characters of earlier turns that are sent along, about 10,000 tokens; and of one earlier answer. */
const [maximumHistory, maximumAnswer] = [32_000, 8_000]

/** The messages of a call: earlier turns on the same picture, oldest first, then the task's prompt. */
export function conversation(task: Task, options: TaskOptions, context: PromptContext): ConversationMessage[] {
  const messages = recent(options.history ?? []).flatMap(({ question, answer }) => [
    { role: 'user', text: question } as const,
    { role: 'assistant', text: answer } as const
  ])
  const last = { role: 'user', text: task.prompt(options, context) } as const
  return [...messages, last].map((message, index) => ({ ...message, picture: index === 0 }))
}

/** The latest turns that fit; empty ones, which providers refuse, are left out. */
function recent(history: readonly Turn[]): Turn[] {
  const kept: Turn[] = []
  let length = 0
  for (const { question, answer } of history.toReversed()) {
    const turn = { question: question.trim(), answer: shorten(answer.trim()) }
    length += turn.question.length + turn.answer.length
    if (length > maximumHistory) break
    if (turn.question !== '' && turn.answer !== '') kept.unshift(turn)
  }
  return kept
}

function shorten(answer: string): string {
  if (answer.length <= maximumAnswer) return answer
  return `${answer.slice(0, maximumAnswer).replace(/[\ud800-\udbff]$/u, '')}\n[…]`
}
