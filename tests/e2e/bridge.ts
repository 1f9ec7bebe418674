import type { Page } from 'playwright'
import type { contract, Events, Given, Results } from '../../preload/contract/contract.ts'
import type { Problem, Result } from '../../preload/contract/result.ts'

type Contract = typeof contract
type Noun = keyof Contract
type Verb<N extends Noun> = keyof Contract[N] & keyof Results[N] & string

interface WithBridge {
  readonly glyphlens: Readonly<
    Record<string, Readonly<Record<string, (argument: unknown) => Promise<Result<unknown>>>>>
  >
}

/** Calls a verb of the bridge as the page would. */
export async function callBridge<N extends Noun, V extends Verb<N>>(
  page: Page,
  noun: N,
  verb: V,
  argument: Given<N, V>
): Promise<Result<Results[N][V]>> {
  const answer = await page.evaluate(
    ([name, what, given]) => (window as unknown as WithBridge).glyphlens[name]?.[what]?.(given),
    [noun, verb, argument] as const
  )
  if (answer === undefined) throw new Error(`The bridge has no ${noun}.${verb}`)
  return answer as Result<Results[N][V]>
}

/** What the verb gives back. Throws what main refused or failed at. */
export async function ask<N extends Noun, V extends Verb<N>>(
  page: Page,
  noun: N,
  verb: V,
  argument: Given<N, V>
): Promise<Results[N][V]> {
  const answer = await callBridge(page, noun, verb, argument)
  if (answer.ok) return answer.value
  throw new Error(inWords(answer.problem, `${noun}.${verb}`))
}

function inWords({ code, message }: Problem, what: string): string {
  return `${what}: ${code}: ${message}`
}

/** Waits until no job is queued or running; those that wait for something may stay. */
export async function queueRests(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { jobs } = (window as unknown as { glyphlens: Jobs }).glyphlens
    const isResting = async (): Promise<boolean> => {
      const status = await jobs.status({})
      if (!status.ok) throw new Error(status.problem.message)
      return status.value.states.queued === 0 && status.value.states.running === 0
    }
    let news = Promise.withResolvers<void>()
    const stop = jobs.on(() => news.resolve())
    for (;;) {
      // Before the look: what comes meanwhile counts.
      news = Promise.withResolvers<void>()
      if (await isResting()) break
      await news.promise
    }
    stop()
  })
}

interface Jobs {
  readonly jobs: {
    readonly status: (argument: object) => Promise<Result<Results['jobs']['status']>>
    readonly on: (listener: (event: Events['jobs']) => void) => () => void
  }
}
