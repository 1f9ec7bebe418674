import type { Endpoint, Sampling } from './endpoint.ts'

/** A picture as it goes out: encoded by us, or an address that the provider fetches. */
export type OutgoingPicture =
  | { readonly kind: 'bytes'; readonly format: 'png' | 'jpeg'; readonly bytes: Uint8Array }
  | { readonly kind: 'url'; readonly url: string }

/** One message of the conversation. Pictures stand in user messages only. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
  readonly pictures?: readonly OutgoingPicture[]
}

export interface ChatRequest {
  readonly endpoint: Endpoint
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly sampling: Sampling
}

/** How far a call is. A queue marks a call at `sending` and again at `first-byte`. */
export type ChatEvent =
  /** Everything is ready; the request goes out now. */
  | { readonly kind: 'sending' }
  /** The provider has accepted the request, by the head of its answer: from here on it may be counted. */
  | { readonly kind: 'first-byte' }
  /** The model thinks aloud; none of it is an answer. `characters` so far. */
  | { readonly kind: 'thinking'; readonly characters: number }
  /** More of the answer. */
  | { readonly kind: 'text'; readonly delta: string }

/** Limits of one call in milliseconds. */
export interface ChatTimes {
  /** Until the first data of the answer; its head alone and comments do not count. */
  readonly firstByte: number
  /** Between two pieces of data; comments that only keep the line open do not count. */
  readonly idle: number
  readonly total: number
}

export interface ChatCallOptions {
  /** Aborting closes the socket within a second and rejects with `cancelled`. */
  readonly signal?: AbortSignal
  readonly onEvent?: (event: ChatEvent) => void
  readonly times?: Partial<ChatTimes>
}

/** Tokens as the provider counted them. */
export interface Usage {
  readonly promptTokens: number
  readonly completionTokens: number
  readonly totalTokens: number
}

/** What headers told of a quota, where they did. */
export interface QuotaHeaders {
  readonly limit?: number
  readonly remaining?: number
  readonly modelLimit?: number
  readonly modelRemaining?: number
}

/** A whole answer; `text` is not blank. */
export interface ChatAnswer {
  /** Without thinking. */
  readonly text: string
  readonly thinking: string
  /** The answer ends in the middle: the limit of tokens was reached, or two million characters. */
  readonly truncated: boolean
  /** As the provider names it; may differ from the one that was asked. */
  readonly model: string
  readonly usage: Usage | undefined
  readonly quota: QuotaHeaders
  readonly requestId: string | undefined
  /** Until the first data of the answer, and until its end. */
  readonly milliseconds: { readonly firstByte: number; readonly total: number }
  /** Bytes of the request's body. */
  readonly sentBytes: number
}

/** The wire. One `send` is exactly one HTTP request. Throws `VisionFailure`, and `Failure` with `cancelled`. */
export interface Chat {
  readonly send: (request: ChatRequest, options?: ChatCallOptions) => Promise<ChatAnswer>
  /** The endpoint's list, best effort: `vision` where it says so. */
  readonly models: (
    endpoint: Endpoint,
    options?: { readonly signal?: AbortSignal }
  ) => Promise<readonly { readonly id: string; readonly vision: boolean | undefined }[]>
}
