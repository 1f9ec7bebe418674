import { asFailure, cancelled } from '../../failure.ts'
import type { Chat, ChatAnswer, ChatEvent } from '../chat.ts'
import { VisionFailure } from '../failure.ts'
import type { Limiter } from '../limiter.ts'
import { decideRetry } from '../retry.ts'
import type { Stored } from './choose.ts'
import { forecastOf } from './forecast.ts'
import { nextChoice } from './next-choice.ts'
import type { AnalyzeCallOptions } from './options.ts'
import { type Prepared, type PreparePorts, prepareAgain } from './prepare.ts'
import { type Round, roundsOf } from './rounds.ts'

export interface SendPorts extends Pick<PreparePorts, 'engine'> {
  readonly chat: Pick<Chat, 'send'>
  /** Of the endpoint. */
  readonly limiter: Limiter
  readonly stored: () => Stored
  /** Rejects when it is called off. */
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>
}

/** All answers, and what it took to get them. */
export interface Sent {
  /** As it was sent in the end: perhaps to another model, perhaps smaller. */
  readonly prepared: Prepared
  readonly rounds: readonly Round[]
  /** One for each round. */
  readonly answers: readonly ChatAnswer[]
  readonly calls: number
  readonly notices: readonly string[]
}

const usualPatience = 90_000

/** Makes the calls one after the other, with the retries that make sense. Throws `VisionFailure` or `cancelled`. */
export async function send(ports: SendPorts, first: Prepared, call: AnalyzeCallOptions): Promise<Sent> {
  const { signal, onEvent, kept } = call
  const answers: ChatAnswer[] = []
  const notices: string[] = []
  const tally: Tally = { calls: 0, shrinks: 0 }
  const tried = [first.choice.model]
  let prepared = first
  let rounds = roundsOf(prepared)
  // When the stand-ins are gone too, the person wants to hear of the model that was asked for.
  let firstGone: VisionFailure | undefined
  onEvent?.({ kind: 'forecast', forecast: forecastOf(prepared) })

  for (let round = rounds[0]; round !== undefined; round = rounds[answers.length]) {
    const position = { number: answers.length + 1, of: rounds.length }
    const key = keyOf(prepared, round, position)
    const known = kept?.get(key)
    const outcome = known ? { answer: known } : await sendRound(ports, prepared, round, position, call, tally)
    if ('answer' in outcome) {
      if (!known) kept?.save(key, outcome.answer)
      answers.push(outcome.answer)
      continue
    }
    const { failure, change } = outcome
    const next = nextChoice(prepared, failure, change, tried, ports.stored())
    const blamed = change === 'other-model' ? (firstGone ??= failure) : failure
    if (!next) throw blamed
    onEvent?.({ kind: 'again', failure, afterMilliseconds: 0, model: next.choice.model })
    notices.push(next.notice)
    tried.push(next.choice.model)
    prepared = await prepareAgain(ports, prepared, next.choice, signal)
    rounds = roundsOf(prepared)
    answers.length = 0
  }
  return { prepared, rounds, answers, calls: tally.calls, notices }
}

/** What counts over all calls of an analysis. */
interface Tally {
  calls: number
  shrinks: number
}

interface Position {
  readonly number: number
  readonly of: number
}

/** The same call of the same analysis has the same key. */
function keyOf({ choice: { model } }: Prepared, { part }: Round, { number, of }: Position): string {
  return `${model} ${number}/${of} ${part.x0},${part.y0},${part.x1},${part.y1}`
}

/** One answer, after as many tries as make sense; or what has to change before another try does. */
async function sendRound(
  ports: SendPorts,
  prepared: Prepared,
  round: Round,
  position: Position,
  call: AnalyzeCallOptions,
  tally: Tally
): Promise<{ answer: ChatAnswer } | { failure: VisionFailure; change: 'smaller' | 'other-model' }> {
  const { onEvent, signal, patience = usualPatience } = call
  for (let attempt = 1; ; attempt += 1) {
    tally.calls += 1
    const outcome = await sendOnce(ports, prepared, round, position, call)
    if ('answer' in outcome) return outcome
    const { failure, shownText } = outcome
    const standing = { attempt, shownText, shrinksDone: tally.shrinks, now: Date.now(), random: Math.random }
    const decision = decideRetry(failure, standing)
    if (decision.kind === 'give-up' || decision.afterMilliseconds > patience) throw failure
    if (decision.change === 'smaller') tally.shrinks += 1
    if (decision.change) return { failure, change: decision.change }
    onEvent?.({ kind: 'again', failure, afterMilliseconds: decision.afterMilliseconds, model: undefined })
    await waitFor(ports, decision.afterMilliseconds, signal)
  }
}

type Outcome = { readonly answer: ChatAnswer } | { readonly failure: VisionFailure; readonly shownText: boolean }

async function sendOnce(
  { chat, limiter }: SendPorts,
  { choice: { endpoint, model, sampling } }: Prepared,
  { messages }: Round,
  position: Position,
  { signal, onEvent, onText }: AnalyzeCallOptions
): Promise<Outcome> {
  let shownText = false
  const relay = (event: ChatEvent): void => {
    onEvent?.({ kind: 'call', ...position, event })
    if (event.kind !== 'text') return
    shownText = true
    if (position.of === 1) onText?.(event.delta)
  }
  try {
    const answer = await limiter.run(signal, () =>
      chat.send({ endpoint, model, messages, sampling }, { onEvent: relay, ...(signal && { signal }) })
    )
    return { answer }
  } catch (thrown) {
    if (thrown instanceof VisionFailure) return { failure: thrown, shownText }
    throw asFailure(thrown)
  }
}

async function waitFor({ wait }: SendPorts, milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(milliseconds, signal)
  } catch (thrown) {
    throw cancelled(thrown)
  }
}
