import type { PictureFacts, PictureLimits } from '../../protocol/picture.ts'
import { probeBmp } from './bmp/bmp.ts'
import { openWithSharp } from './codec.ts'
import { probeIco } from './ico.ts'
import { checkBytes, notPicture } from './refusals.ts'
import { sniff } from './sniff.ts'

/** What the file's header tells, without decoding pixels. Throws `Failure` with a code `picture-…`. */
export async function probe(bytes: Uint8Array, limits: PictureLimits): Promise<PictureFacts> {
  checkBytes(bytes, limits)
  const contents = sniff(bytes)
  if (contents.kind !== 'picture') throw notPicture(contents)
  const { format } = contents
  if (format === 'bmp') return probeBmp(bytes, limits)
  if (format === 'ico') return probeIco(bytes, limits)
  return (await openWithSharp({ format, bytes }, limits)).facts
}
