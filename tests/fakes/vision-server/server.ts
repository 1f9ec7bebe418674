import { type BaseUrls, createBaseUrls } from './base-urls.ts'
import { resetDesk } from './handling/control.ts'
import type { Desk } from './handling/desk.ts'
import { createCloses } from './journal/closes.ts'
import type { Entry, RedEntry } from './journal/entry.ts'
import { createJournal } from './journal/journal.ts'
import { testAuthority } from './listeners/certificates.ts'
import type { ProxyKind } from './listeners/proxy.ts'
import { startListeners } from './listeners/start.ts'
import { createValidators } from './schema/validate.ts'
import { createState } from './state.ts'
import { hashKey } from './wire/address.ts'

export interface VisionServerOptions {
  /** Of plain HTTP; any free one when missing. */
  readonly port?: number
  /** The key that is right, or `any`. */
  readonly key?: string
  /** What good answers read from a probe picture; see `setWord`. The word on the app's own cards when missing. */
  readonly word?: string
  /** Told of every change of an entry. */
  readonly onEntry?: (entry: Entry) => void
}

/** A vision provider on the loopback that behaves as its address says. */
export interface VisionServer extends BaseUrls {
  /** `http://127.0.0.1:<port>`, where the control paths are. */
  readonly origin: string
  /** Right everywhere where no other was asked for. */
  readonly key: string
  /** All requests since the last reset, in the order of their arrival. */
  readonly log: () => readonly Entry[]
  /** Requests that no honest client sends. A test ends with `expect(server.red()).toEqual([])`. */
  readonly red: () => readonly RedEntry[]
  /** Forgets requests, faults, counts and the clock. Requests under way go on. */
  readonly reset: () => void
  /** Milliseconds since 1970; undefined goes back to the real time. Shows in Date headers, Retry-After and quotas. */
  readonly setClock: (time: number | undefined) => void
  /** What good answers read from a probe picture from now on. */
  readonly setWord: (word: string) => void
  /** Lets requests go on that wait with `;hold=<name>`, and all that come later. */
  readonly release: (name: string) => void
  /** The first entry for which the predicate holds, now or later. */
  readonly until: (predicate: (entry: Entry) => boolean) => Promise<Entry>
  /**
   * The next request whose client left before its answer was whole. Call it at the moment of the cancellation: leaving
   * more than a second later is a red entry.
   */
  readonly nextClose: () => Promise<Entry>
  /** For clients that are to trust `tls('good')`. */
  readonly authority: { readonly pem: string; readonly path: string }
  readonly redirectTarget: { readonly origin: string; readonly log: () => readonly Entry[] }
  /** `down` is a port on which nothing listens. */
  readonly proxy: { readonly url: (kind: ProxyKind | 'down') => string; readonly log: () => readonly Entry[] }
  readonly close: () => Promise<void>
}

const usualKey = 'ms-00000000-test-0000-0000-000000000000'

/** Starts the server with all its ports. Nothing of it outlives `close`. */
export async function startVisionServer(options: VisionServerOptions = {}): Promise<VisionServer> {
  const { port = 0, key = usualKey, word, onEntry } = options
  const journal = createJournal()
  const state = createState(word)
  const closes = createCloses(journal)
  const desk: Desk = {
    journal,
    state,
    validators: createValidators(),
    keyHash: key === 'any' ? key : hashKey(key),
    origins: () => ({ same: origin, other: target })
  }
  const { ports, close } = await startListeners(desk, port)
  const origin = `http://127.0.0.1:${ports.plain}`
  const target = `http://127.0.0.1:${ports.redirectTarget}`
  if (onEntry !== undefined) journal.subscribe(onEntry)
  const logOf = (start: string) => () => journal.entries().filter(({ listener }) => listener.startsWith(start))

  return {
    ...createBaseUrls(ports),
    origin,
    key,
    log: journal.entries,
    red: journal.red,
    reset: () => {
      resetDesk(desk)
      closes.clear()
    },
    setClock: state.setClock,
    setWord: state.setWord,
    release: state.release,
    until: journal.until,
    nextClose: closes.next,
    authority: testAuthority(),
    redirectTarget: { origin: target, log: logOf('redirect-target') },
    proxy: {
      url: (kind) => `http://127.0.0.1:${kind === 'down' ? ports.closed : ports.proxy[kind]}`,
      log: logOf('proxy-')
    },
    close
  }
}
