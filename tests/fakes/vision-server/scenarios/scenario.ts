import type { Picture } from '../checks/pictures.ts'
import type { Dialect } from '../dialects/dialect.ts'
import type { Address, Parameters } from '../wire/address.ts'
import type { ChatBody } from '../wire/chat-body.ts'
import type { Chunks } from '../wire/chunks.ts'
import type { Headers, Wire } from '../wire/wire.ts'

/** What every request has for a scenario. */
export interface Call {
  readonly address: Address
  readonly parameters: Parameters
  readonly dialect: Dialect
  readonly wire: Wire
  /** Of every answer: the request's id, the server's date, quotas when asked for. */
  readonly headers: Headers
  readonly requestId: string
  /** How often this address was called since the last reset, this call included. */
  readonly attempt: number
  /** When the first of them came, by the server's clock. */
  readonly firstCall: number
  /** Milliseconds since 1970 by the server's clock, which a test may set. */
  readonly now: () => number
  /** Origins for redirections. */
  readonly origins: { readonly same: string; readonly other: string }
}

/** A chat request that passed all checks. */
export interface ChatCall extends Call {
  readonly body: ChatBody
  readonly pictures: readonly Picture[]
  /** The good answer. */
  readonly answer: string
  readonly chunks: Chunks
}

/** How a base URL behaves. What is missing behaves as it should. */
export interface Scenario {
  readonly id: string
  /** For people, one line. */
  readonly summary: string
  readonly chat?: (call: ChatCall) => Promise<void>
  readonly models?: (call: Call) => Promise<void>
  /** Most chat calls for one model that a client may spend here; more is a red entry. */
  readonly calls?: (parameters: Parameters) => number
}

/** For `calls`: nothing is to be tried again. */
export const once = (): number => 1
/** For `calls`: one more try is right. */
export const twice = (): number => 2
