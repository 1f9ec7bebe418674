import type { z } from 'zod'
import { type Channel, channels } from '../../preload/contract/channels.ts'
import { contract, type Handlers } from '../../preload/contract/contract.ts'
import type { Result } from '../../preload/contract/result.ts'
import { asFailure, Failure } from '../failure.ts'
import { describe } from '../log/describe.ts'
import type { Log } from '../log/line.ts'
import { decideReach } from '../policy/reach.ts'
import { isTrustedSender, type SenderFacts } from '../policy/sender.ts'
import { saying } from '../saying.ts'
import { isMeasured } from './measure.ts'
import { problemOf } from './problem.ts'

/** Every channel of the contract. */
export const allChannels: readonly Channel[] = Object.entries(channels).flatMap(([noun, names]) =>
  names.map((name) => `${noun}.${name}` as Channel)
)

export interface RegistryPorts {
  readonly handlers: Handlers
  /** Ids of the `webContents` that main has made. */
  readonly windows: () => ReadonlySet<number>
  readonly log: Log
}

/** A message as it arrived. Nothing of it is trusted. */
export interface Message {
  readonly channel: Channel
  readonly sender: SenderFacts
  /** All that came along: a verb has one argument. */
  readonly given: readonly unknown[]
}

/** Everything that a window can ask of main. */
export interface Registry {
  /** Never rejects: what is refused or fails is a problem in the answer, and a line of the log without contents. */
  readonly answer: (message: Message) => Promise<Result<unknown>>
}

interface Verb {
  readonly schema: z.ZodType
  readonly run: (argument: unknown, caller: { readonly contents: number }) => unknown
}

/** Puts the contract and the handlers together. */
export function createRegistry({ handlers, windows, log }: RegistryPorts): Registry {
  const verbs = verbsOf(handlers)

  async function run({ channel, sender, given }: Message): Promise<unknown> {
    const verb = verbs.get(channel)
    if (verb === undefined) throw refused('There is no such request.', 'unknown channel')
    if (!isTrustedSender(sender, windows())) throw refused('This page may not ask.', 'untrusted sender')
    if (decideReach(sender.frame?.url ?? '', channel) !== 'allow')
      throw refused('This page may not ask.', 'beyond its reach')
    if (given.length !== 1 || !isMeasured(given[0])) throw refused('The request is too large.', 'too much, or no data')
    const parsed = verb.schema.safeParse(given[0])
    if (!parsed.success) throw refused('The request does not fit.', placesOf(parsed.error))
    return await verb.run(parsed.data, { contents: sender.contents })
  }

  return {
    answer: async (message) => {
      try {
        return { ok: true, value: await run(message) }
      } catch (thrown) {
        const failure = asFailure(thrown)
        tell(log, message.channel, failure)
        return { ok: false, problem: problemOf(failure) }
      }
    }
  }
}

function verbsOf(handlers: Handlers): ReadonlyMap<Channel, Verb> {
  const verbs = allChannels.map((channel): [Channel, Verb] => {
    const [noun = '', name = ''] = channel.split('.')
    const schema: z.ZodType = Reflect.get(Reflect.get(contract, noun), name)
    const run: Verb['run'] = Reflect.get(Reflect.get(handlers, noun), name)
    return [channel, { schema, run }]
  })
  return new Map(verbs)
}

/** Of a message that no page of ours would send. `why` goes to the log. */
function refused(message: string, why: string): Failure {
  return new Failure('usage', message, {
    advice: 'Start the app again.',
    saying: saying('app.refused-request'),
    cause: new Refusal(why)
  })
}

class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Where an argument does not fit: names of fields that schemas have, never values, nor names that the page made up. */
function placesOf({ issues }: z.ZodError): string {
  const places = issues.slice(0, 5).map(({ path, code }) => {
    const known = path.map((part) => (typeof part === 'number' || /^[a-zA-Z]{1,20}$/.test(String(part)) ? part : '?'))
    return `${known.map(String).join('.')} ${code}`
  })
  return `does not fit: ${places.join(', ')}`
}

function tell(log: Log, channel: string, failure: Failure): void {
  if (failure.cause instanceof Refusal) {
    log({ level: 'warning', message: `refused ${channel}: ${failure.cause.message}` })
    return
  }
  if (failure.code === 'cancelled') return
  const level = failure.code === 'internal' ? 'error' : 'info'
  log({
    level,
    message: `${channel} failed: ${failure.code}`,
    ...(failure.cause !== undefined && { detail: describe(failure.cause) })
  })
}
