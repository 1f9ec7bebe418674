import { Failure, type FailureCode, type FailureOptions } from '../failure.ts'

/**
 * Whether and when asking again makes sense, apart from how often it was tried. `never`: something has to change first.
 * `soon`: at once or after `milliseconds`. `at`: not before `time` (milliseconds since 1970), for example when a quota
 * begins anew. `smaller`: with a smaller picture. `other-model`: with another model.
 */
export type RetryAdvice =
  | { readonly kind: 'never' }
  | { readonly kind: 'soon'; readonly milliseconds: number }
  | { readonly kind: 'at'; readonly time: number }
  | { readonly kind: 'smaller'; readonly maximumSide: number | undefined }
  | { readonly kind: 'other-model' }

export interface VisionFailureOptions extends FailureOptions {
  readonly retry?: RetryAdvice
  /** HTTP status, when there was an answer. */
  readonly status?: number
  /** The provider's own id of the request, for its support. */
  readonly requestId?: string
  /** What had arrived before it failed, without thinking. */
  readonly partial?: string
  /**
   * Whether the provider may have counted the call: the whole request was sent, and nothing came back that says it was
   * refused.
   */
  readonly mayBeCounted?: boolean
}

/** A call that failed, in terms on which a queue can decide. */
export class VisionFailure extends Failure {
  readonly retry: RetryAdvice
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly partial: string | undefined
  readonly mayBeCounted: boolean

  constructor(code: FailureCode, message: string, options: VisionFailureOptions = {}) {
    super(code, message, options)
    this.retry = options.retry ?? { kind: 'never' }
    this.status = options.status
    this.requestId = options.requestId
    this.partial = options.partial
    this.mayBeCounted = options.mayBeCounted ?? false
  }

  /** The same failure, before which this had arrived. */
  withPartial(partial: string): VisionFailure {
    const { code, message, advice, saying, cause, retry, status, requestId, mayBeCounted } = this
    return new VisionFailure(code, message, {
      advice,
      saying,
      ...(status !== undefined && { status }),
      ...(requestId !== undefined && { requestId }),
      cause,
      retry,
      partial,
      mayBeCounted
    })
  }
}
