import { cancelled, Failure } from '../failure.ts'

/** Lets one holder in at a time, in order of arrival, with a bounded queue behind it. */
export interface Turns {
  /** Resolves with the function that ends the turn. Throws `engine-busy`, `cancelled` or `engine-closed`. */
  readonly take: (signal?: AbortSignal) => Promise<() => void>
  /** As `take`, but next in line, however long the queue. */
  readonly takeNext: () => Promise<() => void>
  readonly waiting: () => number
  readonly taken: () => boolean
  /** Refuses all who wait or come later; resolves when the present holder has ended its turn. */
  readonly close: () => Promise<void>
}

interface Waiter {
  readonly admit: () => void
  readonly refuse: (reason: Failure) => void
}

export function createTurns(limit: number): Turns {
  const waiters: Waiter[] = []
  const ended: (() => void)[] = []
  let taken = false
  let closed = false

  const release = (): void => {
    const next = waiters.shift()
    if (next !== undefined) {
      next.admit()
      return
    }
    taken = false
    for (const tell of ended.splice(0)) tell()
  }

  const once = (): (() => void) => {
    let done = false
    return () => {
      if (!done) release()
      done = true
    }
  }

  const queue = (enter: (waiter: Waiter) => void, signal?: AbortSignal): Promise<() => void> => {
    if (closed) return Promise.reject(engineClosed())
    if (signal?.aborted === true) return Promise.reject(cancelled())
    if (!taken) {
      taken = true
      return Promise.resolve(once())
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        waiters.splice(waiters.indexOf(waiter), 1)
        reject(cancelled())
      }
      const waiter: Waiter = {
        admit: () => {
          signal?.removeEventListener('abort', leave)
          resolve(once())
        },
        refuse: (reason) => {
          signal?.removeEventListener('abort', leave)
          reject(reason)
        }
      }
      signal?.addEventListener('abort', leave, { once: true })
      enter(waiter)
    })
  }

  return {
    take: (signal) => {
      if (taken && !closed && waiters.length >= limit) return Promise.reject(engineBusy(waiters.length))
      return queue((waiter) => waiters.push(waiter), signal)
    },
    takeNext: () => queue((waiter) => waiters.unshift(waiter)),
    waiting: () => waiters.length,
    taken: () => taken,
    close: () => {
      closed = true
      for (const waiter of waiters.splice(0)) waiter.refuse(engineClosed())
      return taken ? new Promise((resolve) => ended.push(resolve)) : Promise.resolve()
    }
  }
}

/** The failure of a request to an engine that was closed for good. */
export function engineClosed(): Failure {
  return new Failure('engine-closed', 'The reading engine has been closed.', {
    advice: 'Start Glyphlens again.'
  })
}

function engineBusy(waiting: number): Failure {
  return new Failure('engine-busy', `The reading engine is busy: ${waiting} requests are waiting already.`, {
    advice: 'Wait until some of them are done, then try again.'
  })
}
