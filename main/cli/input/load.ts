import type { House } from '../../compose.ts'
import { asFailure, type Failure } from '../../failure.ts'
import type { Finding } from './inputs.ts'

/** Fetches the bytes of a picture, or gives the reason why there are none. Never rejects. */
export async function loadPicture(
  finding: Finding,
  getPicture: House['getPicture'],
  signal: AbortSignal
): Promise<Uint8Array | Failure> {
  if ('failure' in finding) return finding.failure
  try {
    const { bytes } = await getPicture(finding.source, { signal })
    return bytes
  } catch (thrown) {
    return asFailure(thrown)
  }
}
