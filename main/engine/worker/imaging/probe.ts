import type { PictureFacts, PictureLimits } from '../../protocol/picture.ts'
import { probeWithSharp } from './codec.ts'
import { checkBytes, damaged, notPicture } from './refusals.ts'
import { sniff } from './sniff.ts'

/** What the file's header tells, without decoding pixels. Throws `Failure` with a code `picture-…`. */
export async function probe(bytes: Uint8Array, limits: PictureLimits): Promise<PictureFacts> {
  checkBytes(bytes, limits)
  const contents = sniff(bytes)
  if (contents.kind !== 'picture') throw notPicture(contents)
  const { format } = contents
  if (format === 'bmp' || format === 'ico') throw damaged('not yet')
  return probeWithSharp({ format, bytes }, limits)
}
