import type { IncomingHttpHeaders } from 'node:http'
import type { Dialect } from '../dialects/dialect.ts'
import type { Validators } from '../schema/validate.ts'
import type { Parameters } from '../wire/address.ts'

/** A request as the checks see it. */
export interface Subject {
  readonly headers: IncomingHttpHeaders
  /** Names and values in turn, as they came: only here a header shows that was sent twice. */
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
  readonly parameters: Parameters
  readonly dialect: Dialect
  readonly validators: Validators
  /** Hash of the key that is right; `any` when every key is. */
  readonly keyHash: string
}
