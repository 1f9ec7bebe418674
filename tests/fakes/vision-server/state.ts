/** What a test may set, and what the server counts. */
export interface State {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Moves the clock there, from where it runs on; undefined: back to the real time. Quotas are counted anew. */
  readonly setClock: (time: number | undefined) => void
  readonly clockIsSet: () => boolean
  /** What good answers read from a probe picture; undefined: what is in it. */
  readonly word: () => string | undefined
  readonly setWord: (word: string) => void
  /** One more call to a path: how many it makes, and when the first one came. */
  readonly count: (path: string) => { readonly attempt: number; readonly firstCall: number }
  /** One more call against a limit: how many it makes. */
  readonly spend: (segment: string, model: string) => number
  readonly enter: (segment: string) => number
  readonly leave: (segment: string) => void
  readonly hold: (name: string) => Promise<void>
  readonly release: (name: string) => void
  readonly reset: () => void
}

export function createState(word: string | undefined): State {
  const attempts = new Map<string, { attempt: number; firstCall: number }>()
  const spent = new Map<string, number>()
  const open = new Map<string, number>()
  const gates = new Map<string, PromiseWithResolvers<void>>()
  let offset: number | undefined
  let spoken = word

  const now = (): number => Date.now() + (offset ?? 0)
  const gate = (name: string): PromiseWithResolvers<void> => {
    const found = gates.get(name) ?? Promise.withResolvers<void>()
    gates.set(name, found)
    return found
  }

  return {
    now,
    setClock: (time) => {
      offset = time === undefined ? undefined : time - Date.now()
      spent.clear()
    },
    clockIsSet: () => offset !== undefined,
    word: () => spoken,
    setWord: (next) => {
      spoken = next
    },
    count: (path) => {
      const before = attempts.get(path) ?? { attempt: 0, firstCall: now() }
      const after = { ...before, attempt: before.attempt + 1 }
      attempts.set(path, after)
      return after
    },
    spend: (segment, model) => add(spent, `${segment} ${model}`, 1),
    enter: (segment) => add(open, segment, 1),
    leave: (segment) => {
      add(open, segment, -1)
    },
    hold: (name) => gate(name).promise,
    release: (name) => {
      gate(name).resolve()
    },
    reset: () => {
      attempts.clear()
      spent.clear()
      for (const { resolve } of gates.values()) resolve()
      gates.clear()
      offset = undefined
      spoken = word
    }
  }
}

function add(counts: Map<string, number>, name: string, step: number): number {
  const count = (counts.get(name) ?? 0) + step
  counts.set(name, count)
  return count
}
