import type { PictureFacts } from '../checks/picture-facts.ts'

/** Milliseconds on the server's own steady clock; missing when it did not come to that. */
export interface Times {
  readonly arrived: number
  readonly bodyRead?: number
  readonly headersSent?: number
  readonly firstByte?: number
  readonly finished?: number
  /** The client broke the connection before the answer was whole. */
  readonly clientClosed?: number
}

/** One request, without its key and without pictures. */
export interface Entry {
  /** Counts from 1 since the server began. */
  readonly id: number
  readonly listener: string
  /** As in the base URL, with parameters: `ok;as=openai`. Empty elsewhere. */
  readonly segment: string
  readonly scenario: string
  readonly method: string
  /** Without a query. */
  readonly path: string
  readonly headerNames: readonly string[]
  /** See `hashKey`. */
  readonly keyHash: string | undefined
  readonly bodyBytes: number
  readonly model: string | undefined
  /** What the prompt was taken for, for example `describe`. */
  readonly task: string | undefined
  readonly pictures: readonly PictureFacts[]
  /** Worth a look, but no fault. */
  readonly warnings: readonly string[]
  /** Calls to the same segment that were open when this one arrived, itself included. */
  readonly concurrent: number
  readonly status: number | undefined
  readonly times: Times
}

/** A request that no honest client sends: it fails the test. `check` is the number of the rule, 1 to 8. */
export interface RedEntry {
  readonly request: number
  readonly segment: string
  readonly check: number
  readonly message: string
}
