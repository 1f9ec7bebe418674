import { z } from 'zod'
import type { Learned } from '../../settings/groups.ts'
import { findJson } from '../../tasks/parse/json.ts'
import type { Chat } from '../chat.ts'
import type { Endpoint } from '../endpoint.ts'
import { readCard, readCards } from './cards.ts'
import { type LadderAnswer, learn } from './learn.ts'

const question = `This is a test card. It shows short codes, one below the other and ever smaller, and a red and a blue square.
Answer with JSON only, of this form:
{"codes": ["...", "..."], "red": [...], "blue": [...]}
List the codes that you can read, from top to bottom, and leave out those that you cannot. Give each square as its four numbers in the form in which you usually give a bounding box.`

const numbers = z.tuple([z.coerce.number(), z.coerce.number(), z.coerce.number(), z.coerce.number()])
const answer = z.object({
  codes: z.array(z.coerce.string()).max(100).catch([]),
  red: numbers.optional().catch(undefined),
  blue: numbers.optional().catch(undefined)
})

/**
 * One call with a card of shrinking text and two squares: how small a model reads and how it counts boxes. What the
 * answer does not tell stays unknown. Throws what the call throws.
 */
export async function probeSight(
  chat: Pick<Chat, 'send'>,
  endpoint: Endpoint,
  model: string,
  { signal, now = Date.now }: { readonly signal?: AbortSignal; readonly now?: () => number } = {}
): Promise<Learned> {
  const { ladder } = await readCards()
  const pictures = [{ kind: 'bytes', format: 'png', bytes: await readCard(ladder.file) }] as const
  const { text, truncated } = await chat.send(
    {
      endpoint,
      model,
      messages: [{ role: 'user', text: question, pictures }],
      sampling: { temperature: 0.1, maxTokens: 1024, topP: 0.8 }
    },
    signal ? { signal } : {}
  )
  return { ...learn(readAnswer(text, truncated), ladder), time: now() }
}

function readAnswer(text: string, truncated: boolean): LadderAnswer {
  for (const { value } of findJson(text, truncated)) {
    const parsed = answer.safeParse(value)
    if (parsed.success) return { codes: parsed.data.codes, marks: { red: parsed.data.red, blue: parsed.data.blue } }
  }
  return { codes: [], marks: {} }
}
