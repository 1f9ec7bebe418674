import type { House } from '../../compose.ts'
import { Failure } from '../../failure.ts'
import type { PictureSource } from '../../pictures/source.ts'
import type { Finding } from '../input/inputs.ts'
import { loadPicture } from '../input/load.ts'

/** A picture that is asked about. */
export interface AskedPicture {
  /** As the service takes it. */
  readonly source: PictureSource
  /** Undecoded; undefined when only its address is passed on. */
  readonly bytes: Uint8Array | undefined
}

/** Fetches a picture, unless the provider is to do that. Throws `Failure`. */
export async function openPicture(
  finding: Finding,
  { getPicture, passAddress, signal }: Pick<House, 'getPicture'> & { passAddress: boolean; signal: AbortSignal }
): Promise<AskedPicture> {
  if (passAddress && 'source' in finding && finding.source.kind === 'url') {
    return { source: finding.source, bytes: undefined }
  }
  const bytes = await loadPicture(finding, getPicture, signal)
  if (bytes instanceof Failure) throw bytes
  return { source: { kind: 'bytes', bytes, name: finding.name }, bytes }
}
