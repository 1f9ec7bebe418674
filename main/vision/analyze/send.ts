import { asFailure, cancelled } from '../../failure.ts'
import type { Said } from '../../saying.ts'
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
  /** Every answer that came, also those that a change of model or size has made useless. */
  readonly given: readonly ChatAnswer[]
  readonly calls: number
  readonly notices: readonly Said[]
}

/** An analysis on its way. */
interface Course {
  prepared: Prepared
  rounds: readonly Round[]
  readonly answers: ChatAnswer[]
  readonly given: ChatAnswer[]
  readonly notices: Said[]
  /** Models so far. */
  readonly tried: string[]
  calls: number
  shrinks: number
  /** When the stand-ins are gone too, the person wants to hear of the model that was asked for. */
  firstGone: VisionFailure | undefined
}

const usualPatience = 90_000

/** Makes the calls one after the other, with the retries that make sense. Throws `VisionFailure` or `cancelled`. */
export async function send(ports: SendPorts, prepared: Prepared, call: AnalyzeCallOptions): Promise<Sent> {
  const course: Course = {
    prepared,
    rounds: roundsOf(prepared),
    answers: [],
    given: [],
    notices: [],
    tried: [prepared.choice.model],
    calls: 0,
    shrinks: 0,
    firstGone: undefined
  }
  call.onEvent?.({ kind: 'forecast', forecast: forecastOf(prepared) })
  try {
    for (let round = course.rounds[0]; round !== undefined; round = course.rounds[course.answers.length]) {
      await makeRound(ports, course, round, call)
    }
  } catch (thrown) {
    throw withAnswers(thrown, course.answers)
  }
  return course
}

/** Other parts of the picture were answered, and paid for. */
function withAnswers(thrown: unknown, answers: readonly ChatAnswer[]): unknown {
  if (!(thrown instanceof VisionFailure) || answers.length === 0) return thrown
  const texts = answers.map(({ text }) => text)
  return thrown.withPartial([...texts, ...(thrown.partial === undefined ? [] : [thrown.partial])].join('\n\n'))
}

/** Adds the answer of a round, or begins all rounds anew with what has to be different. */
async function makeRound(ports: SendPorts, course: Course, round: Round, call: AnalyzeCallOptions): Promise<void> {
  const key = keyOf(course.prepared, round)
  const known = call.kept?.get(key)
  const outcome = known ? { answer: known } : await askRound(ports, course, round, call)
  if ('change' in outcome) return beginAnew(ports, course, outcome, call)
  if (!known) call.kept?.save(key, outcome.answer)
  course.answers.push(outcome.answer)
  course.given.push(outcome.answer)
}

/** The same call of the same analysis has the same key. */
function keyOf({ choice: { model } }: Prepared, { part, position: { number, of } }: Round): string {
  return `${model} ${number}/${of} ${part.x0},${part.y0},${part.x1},${part.y1}`
}

/** What has to be different before another try. */
interface Change {
  readonly failure: VisionFailure
  readonly change: 'smaller' | 'other-model'
}

async function beginAnew(
  ports: SendPorts,
  course: Course,
  { failure, change }: Change,
  { signal, onEvent }: AnalyzeCallOptions
): Promise<void> {
  const { prepared, tried, notices, answers } = course
  const next = nextChoice(prepared, failure, change, tried, ports.stored())
  const isGone = change === 'other-model'
  if (isGone) course.firstGone ??= failure
  if (!next) throw isGone ? (course.firstGone ?? failure) : failure
  onEvent?.({ kind: 'again', failure, afterMilliseconds: 0, model: isGone ? next.choice.model : undefined })
  notices.push(next.notice)
  tried.push(next.choice.model)
  course.prepared = await prepareAgain(ports, prepared, next.choice, signal)
  course.rounds = roundsOf(course.prepared)
  answers.length = 0
  // Smaller parts are more of them.
  onEvent?.({ kind: 'forecast', forecast: forecastOf(course.prepared) })
}

/** One answer, after as many tries as make sense; or what has to change before another try does. */
async function askRound(
  ports: SendPorts,
  course: Course,
  round: Round,
  call: AnalyzeCallOptions
): Promise<{ readonly answer: ChatAnswer } | Change> {
  const { onEvent, signal, patience = usualPatience } = call
  for (let attempt = 1; ; attempt += 1) {
    course.calls += 1
    const outcome = await askOnce(ports, course.prepared, round, call)
    if ('answer' in outcome) return outcome
    const { failure, shownText } = outcome
    const standing = { attempt, shownText, shrinksDone: course.shrinks, now: Date.now(), random: Math.random }
    const decision = decideRetry(failure, standing)
    if (decision.kind === 'give-up' || decision.afterMilliseconds > patience) throw failure
    if (decision.change === 'smaller') course.shrinks += 1
    if (decision.change) return { failure, change: decision.change }
    onEvent?.({ kind: 'again', failure, afterMilliseconds: decision.afterMilliseconds, model: undefined })
    await waitFor(ports, decision.afterMilliseconds, signal)
  }
}

type Outcome = { readonly answer: ChatAnswer } | { readonly failure: VisionFailure; readonly shownText: boolean }

async function askOnce(
  { chat, limiter }: SendPorts,
  { choice: { endpoint, model, sampling } }: Prepared,
  { messages, position }: Round,
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
