import { create } from 'zustand'
import type { Api } from '../../../preload/contract/contract.ts'
import { bridge } from '../../app/bridge.ts'

/** What has arrived of answers that are still being written, by entry. */
export interface Streams {
  readonly answers: Readonly<Record<number, string>>
  /** Of further questions. */
  readonly follows: Readonly<Record<number, string>>
  /** How far one is, 0 to 1. */
  readonly working: Readonly<Record<number, number>>
}

/** What has arrived so far of every answer that is being written. */
export const useStreams = create<Streams>()(() => ({ answers: {}, follows: {}, working: {} }))

/** Longer answers are shown when they are whole. In UTF-16 units. */
const longest = 2_000_000
/** Of so many answers at once, the latest entries. */
const most = 20

let followed: Api | undefined

/** Listens from the first pane on, also while none is shown: a person who comes back sees all of an answer. */
export function followStreams(): void {
  const api = bridge()
  if (followed === api) return
  followed = api
  const pending = { answers: new Map<number, string>(), follows: new Map<number, string>() }
  let isPlanned = false
  // Pieces come faster than anybody reads: one rendering a frame.
  const flush = (): void => {
    isPlanned = false
    useStreams.setState((streams) => ({
      answers: withMore(streams.answers, pending.answers),
      follows: withMore(streams.follows, pending.follows)
    }))
    pending.answers.clear()
    pending.follows.clear()
  }
  const add = (kind: 'answers' | 'follows', id: number, delta: string): void => {
    pending[kind].set(id, (pending[kind].get(id) ?? '') + delta)
    if (isPlanned) return
    isPlanned = true
    requestAnimationFrame(flush)
  }
  api.jobs.on((event) => {
    if (event.kind === 'text') add('answers', event.id, event.delta)
    if (event.kind === 'again') {
      pending.answers.delete(event.id)
      useStreams.setState(({ answers }) => ({ answers: without(answers, event.id) }))
    }
    if (event.kind === 'working') {
      useStreams.setState(({ working }) => ({ working: { ...working, [event.id]: event.done } }))
    }
  })
  api.vision.on((event) => {
    if (event.kind === 'text') return add('follows', event.entry, event.delta)
    pending.follows.delete(event.entry)
    forgetFollow(event.entry)
  })
}

/** The answer is whole, or void: what was kept of its writing goes. */
export function forgetStream(id: number): void {
  const { answers, working } = useStreams.getState()
  if (!(id in answers) && !(id in working)) return
  useStreams.setState({ answers: without(answers, id), working: without(working, id) })
}

export function forgetFollow(id: number): void {
  useStreams.setState(({ follows }) => ({ follows: without(follows, id) }))
}

type Texts = Readonly<Record<number, string>>

function withMore(texts: Texts, more: ReadonlyMap<number, string>): Texts {
  if (more.size === 0) return texts
  const all: Record<number, string> = { ...texts }
  for (const [id, delta] of more) all[id] = ((all[id] ?? '') + delta).slice(0, longest)
  return Object.fromEntries(Object.entries(all).slice(-most))
}

function without<T>(record: Readonly<Record<number, T>>, id: number): Readonly<Record<number, T>> {
  const { [id]: _gone, ...others } = record
  return others
}
