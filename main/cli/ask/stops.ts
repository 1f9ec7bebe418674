import type { Failure, FailureCode } from '../../failure.ts'
import { VisionFailure } from '../../vision/failure.ts'

/** What every other picture of a command would meet as well: asking on would only spend calls and patience. */
const common: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'usage',
  'settings-damaged',
  'vision-key-missing',
  'vision-key-format',
  'vision-address',
  'vision-auth',
  'vision-account-link',
  'vision-real-name',
  'vision-permission',
  'vision-balance',
  'vision-quota-day',
  'vision-model-gone',
  'vision-no-sight',
  'vision-not-an-api',
  'vision-redirect',
  'vision-dns',
  'vision-tls',
  'vision-proxy'
])

/** Whether the pictures behind one that failed so need not be tried. */
export function stopsAll(failure: Failure): boolean {
  // Without a line no request was sent; a line that broke in the middle may have been the matter of one call.
  if (failure.code === 'vision-network') return failure instanceof VisionFailure && !failure.mayBeCounted
  return common.has(failure.code)
}
