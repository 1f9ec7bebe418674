import { asFailure, cancelled, Failure, type FailureCode } from '../../failure.ts'
import type { Chat, ChatAnswer } from '../chat.ts'
import type { Endpoint } from '../endpoint.ts'
import { type Cards, readCard, readCards } from './cards.ts'

/** What one call proves, in the order in which a call can fail. */
export const connectionSteps = ['connection', 'key', 'account', 'model', 'quota', 'sight'] as const
export type ConnectionStep = (typeof connectionSteps)[number]

/** What a test of an endpoint found. */
export interface ConnectionReport {
  /** Of each step whether it is good; steps behind the one that failed were not reached. */
  readonly steps: readonly { readonly step: ConnectionStep; readonly state: 'good' | 'failed' | 'unknown' }[]
  /** Why the failed step failed. */
  readonly failure: Failure | undefined
  /** The model that answered. */
  readonly model: string
  readonly milliseconds: number
}

const stepOf: Partial<Record<FailureCode, ConnectionStep>> = {
  'vision-key-missing': 'key',
  'vision-key-format': 'key',
  'vision-auth': 'key',
  'vision-account-link': 'account',
  'vision-real-name': 'account',
  'vision-permission': 'account',
  'vision-balance': 'account',
  'vision-model-gone': 'model',
  'vision-refused': 'model',
  'vision-quota-day': 'quota',
  'vision-rate': 'quota',
  'vision-no-sight': 'sight',
  'vision-empty': 'sight',
  'vision-picture-format': 'sight',
  'vision-picture-shape': 'sight',
  'vision-picture-pixels': 'sight',
  'vision-picture-bytes': 'sight',
  'vision-content-blocked': 'sight',
  'vision-context': 'sight'
}

const question = 'One English word is written in this picture. Answer with that word and nothing else.'

/**
 * One call with the picture of a word: proves the connection, the key, the account's rights, the model and its sight.
 * Rejects only with `cancelled`.
 */
export async function testConnection(
  chat: Pick<Chat, 'send'>,
  endpoint: Endpoint,
  model: string,
  { signal, random = Math.random }: { readonly signal?: AbortSignal; readonly random?: () => number } = {}
): Promise<ConnectionReport> {
  const started = performance.now()
  const report = (failure: Failure | undefined, answered = model): ConnectionReport => ({
    steps: stepsUpTo(failure && (stepOf[failure.code] ?? 'connection')),
    failure,
    model: answered,
    milliseconds: performance.now() - started
  })
  try {
    const card = pick((await readCards()).words, random)
    const answer = await chat.send(
      {
        endpoint,
        model,
        messages: [
          {
            role: 'user',
            text: question,
            pictures: [{ kind: 'bytes', format: 'png', bytes: await readCard(card.file) }]
          }
        ],
        // Room for a model that thinks first.
        sampling: { temperature: 0.1, maxTokens: 512, topP: 0.8 }
      },
      signal ? { signal } : {}
    )
    return report(says(answer, card.word) ? undefined : blind(model), answer.model)
  } catch (thrown) {
    if (signal?.aborted) throw cancelled(thrown)
    return report(asFailure(thrown))
  }
}

/** The report of a test that was not begun, because something forbids the call itself. */
export function forbidden(failure: Failure, model: string): ConnectionReport {
  return { steps: stepsUpTo(stepOf[failure.code] ?? 'connection'), failure, model, milliseconds: 0 }
}

function pick(words: Cards['words'], random: () => number): Cards['words'][number] {
  const chosen = words[Math.floor(random() * words.length)] ?? words[0]
  if (!chosen) throw new TypeError('there is no card with a word')
  return chosen
}

/** Somebody who lists words at a venture has not seen one. */
function says({ text }: ChatAnswer, word: string): boolean {
  const words: readonly string[] = text.toUpperCase().match(/[A-Z]+/g) ?? []
  return words.includes(word) && words.length < 40
}

function stepsUpTo(failed: ConnectionStep | undefined): ConnectionReport['steps'] {
  const reached = failed === undefined ? connectionSteps.length : connectionSteps.indexOf(failed)
  return connectionSteps.map((step, index) => ({
    step,
    state: index < reached ? 'good' : index === reached ? 'failed' : 'unknown'
  }))
}

function blind(model: string): Failure {
  return new Failure('vision-no-sight', `“${model}” answered without having seen the picture.`, {
    advice: 'Choose a model that can see: its name often says VL or vision.'
  })
}
