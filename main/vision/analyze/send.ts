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

/** Makes the calls one after the other, with the retries that make sense. Throws `VisionFailure` or `cancelled`. */
export async function send(ports: SendPorts, first: Prepared, call: AnalyzeCallOptions): Promise<Sent> {
  const { signal, onEvent } = call
  const answers: ChatAnswer[] = []
  const notices: string[] = []
  let prepared = first
  let rounds = roundsOf(prepared)
  let [calls, attempt, shrinksDone] = [0, 0, 0]
  const tried = [prepared.choice.model]
  // When the stand-ins are gone too, the person wants to hear of the model that was asked for.
  let firstGone: VisionFailure | undefined
  onEvent?.({ kind: 'forecast', forecast: forecastOf(prepared) })

  for (let round = rounds[0]; round !== undefined; round = rounds[answers.length]) {
    calls += 1
    attempt += 1
    const position = { number: answers.length + 1, of: rounds.length }
    const outcome = await sendOnce(ports, prepared, round, position, call)
    if ('answer' in outcome) {
      answers.push(outcome.answer)
      attempt = 0
      continue
    }
    const { failure, shownText } = outcome
    const decision = decideRetry(failure, { attempt, shownText, shrinksDone, now: Date.now(), random: Math.random })
    const next =
      decision.kind === 'again' && decision.change
        ? nextChoice(prepared, failure, decision.change, tried, ports.stored())
        : undefined
    if (decision.kind === 'give-up' || (decision.change && !next))
      throw failure.code === 'vision-model-gone' ? (firstGone ?? failure) : failure
    if (decision.change === 'other-model') firstGone ??= failure
    onEvent?.({ kind: 'again', failure, afterMilliseconds: decision.afterMilliseconds, model: next?.choice.model })
    await waitFor(ports, decision.afterMilliseconds, signal)
    if (next) {
      notices.push(next.notice)
      tried.push(next.choice.model)
      if (decision.change === 'smaller') shrinksDone += 1
      prepared = await prepareAgain(ports, prepared, next.choice, signal)
      rounds = roundsOf(prepared)
      answers.length = 0
      attempt = 0
    }
  }
  return { prepared, rounds, answers, calls, notices }
}

type Outcome = { readonly answer: ChatAnswer } | { readonly failure: VisionFailure; readonly shownText: boolean }

async function sendOnce(
  { chat, limiter }: SendPorts,
  { choice: { endpoint, model, sampling } }: Prepared,
  { messages }: Round,
  position: { readonly number: number; readonly of: number },
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
