/** Why a provider refuses a request, apart from how it says so. */
export type Problem =
  | 'bad-request'
  | 'not-found'
  | 'auth'
  | 'account-link'
  | 'real-name'
  | 'permission'
  | 'balance'
  | 'model-unknown'
  | 'model-gone'
  | 'model-retired'
  | 'rate'
  | 'quota-day'
  | 'quota-plan'
  | 'burst'
  | 'picture-pixels'
  | 'picture-bytes'
  | 'body-bytes'
  | 'picture-format'
  | 'picture-shape'
  | 'inspection'
  | 'context'
  | 'no-vision'
  | 'no-projector'
  | 'server'
  | 'bad-gateway'
  | 'loading'

/** What a provider says with it. */
export interface Refusal {
  readonly status: number
  readonly message: string
  readonly type: string
  readonly code: string | number | null
}

/** Sides in pixels. */
export interface PictureLimits {
  readonly minimumSide: number
  readonly maximumSide: number
  /** Longest side over the shortest. */
  readonly maximumRatio: number
}

/** How one provider differs from the others on the wire. */
export interface Dialect {
  readonly name: string
  /** The body of a refusal. */
  readonly envelope: (refusal: Refusal, requestId: string) => unknown
  /** Where its words differ from the common ones. */
  readonly refusals: Partial<Record<Problem, Partial<Refusal>>>
  /** Whether a request without a key is answered. */
  readonly keyOptional: boolean
  /** Properties of a request's body beyond the schema excerpt. */
  readonly bodyProperties: readonly string[]
  /** Properties beside `image_url` in a part. */
  readonly partProperties: readonly string[]
  readonly pictures: PictureLimits
  readonly textFirst: boolean
  readonly reasoningField: 'reasoning_content' | 'reasoning'
  /** What it adds to each chunk. */
  readonly chunkExtra: Readonly<Record<string, unknown>>
  /** A comment that keeps the line open. */
  readonly comment: string
}
