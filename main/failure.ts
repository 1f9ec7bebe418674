import type { Saying } from './saying.ts'

/** Every way in which the app can fail. The set is closed: a window or a script may rely on it. */
export const failureCodes = [
  // The picture
  'picture-missing',
  'picture-not-a-file',
  'picture-denied',
  'picture-empty',
  'picture-format',
  'picture-damaged',
  'picture-too-many-pixels',
  'picture-too-many-bytes',
  'picture-download',
  // The engine process
  'engine-not-startable',
  'engine-crashed',
  'engine-out-of-memory',
  'engine-timeout',
  'engine-busy',
  'engine-protocol',
  'engine-closed',
  // Model packs
  'pack-unknown',
  'pack-missing',
  'pack-damaged',
  'pack-incompatible',
  'pack-download',
  // Vision endpoints: what stands in the way before a call
  'vision-key-missing',
  'vision-key-format',
  'vision-address',
  // Vision endpoints: what the provider says
  'vision-auth',
  'vision-account-link',
  'vision-real-name',
  'vision-permission',
  'vision-balance',
  'vision-quota-day',
  'vision-rate',
  'vision-model-gone',
  'vision-no-sight',
  'vision-picture-pixels',
  'vision-picture-bytes',
  'vision-picture-format',
  'vision-picture-shape',
  'vision-content-blocked',
  'vision-context',
  'vision-refused',
  'vision-upstream',
  // Vision endpoints: what is wrong with the answer
  'vision-empty',
  'vision-cut-off',
  'vision-protocol',
  'vision-not-an-api',
  'vision-redirect',
  'vision-timeout',
  // Vision endpoints: the way there
  'vision-network',
  'vision-dns',
  'vision-tls',
  'vision-proxy',
  // The library
  'library-damaged',
  'library-newer',
  'library-busy',
  'library-picture-missing',
  'library-entry-missing',
  'library-import',
  // Screen capture
  'capture-permission',
  'capture-portal-cancelled',
  'capture-no-frame',
  'capture-blank',
  'capture-display-gone',
  'capture-no-overlay',
  'capture-no-region',
  'capture-no-window',
  'capture-crop',
  'capture-quitting',
  'capture-hotkey',
  // The rest
  'settings-damaged',
  'disk',
  'usage',
  'cancelled',
  'internal'
] as const

export type FailureCode = (typeof failureCodes)[number]

export interface FailureOptions {
  /** What the person can do next, one sentence. */
  readonly advice?: string | undefined
  /** By which the window says it in another language; without one it says what the code says. */
  readonly saying?: Saying | undefined
  /** What went wrong underneath. Kept for the log, never shown, never sent. */
  readonly cause?: unknown
}

/**
 * The only error that crosses a room of the app on purpose. `message` is a sentence that a person understands,
 * `advice` says what to do next.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly advice: string | undefined
  readonly saying: Saying | undefined

  constructor(code: FailureCode, message: string, options: FailureOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.advice = options.advice
    this.saying = options.saying
  }
}

/** Wraps whatever was thrown; a `Failure` passes through unchanged. */
export function asFailure(
  thrown: unknown,
  code: FailureCode = 'internal',
  message = 'Something went wrong inside Glyphlens.'
): Failure {
  if (thrown instanceof Failure) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError') return cancelled(thrown)
  return new Failure(code, message, { cause: thrown })
}

/** The failure of work that was called off. */
export function cancelled(cause?: unknown): Failure {
  return new Failure('cancelled', 'Cancelled.', cause === undefined ? {} : { cause })
}

/** Marks a branch that the types rule out; `reason` says why. */
export function assertNever(value: never, reason: string): never {
  throw new Error(`${reason}: ${JSON.stringify(value)}`)
}
