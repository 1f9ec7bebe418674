import type { PictureFacts } from '../../../protocol/picture.ts'
import type { Encoding, View } from '../../../protocol/view.ts'
import { bareJpeg } from './bare-jpeg.ts'
import { barePng } from './bare-png.ts'
import { type Encoded, encodedAs } from './encoded.ts'
import { isWhole } from './view.ts'

/** The file as it is but for its metadata, where the view is all of it and the provider takes it so. */
export function original(
  bytes: Uint8Array,
  facts: PictureFacts,
  view: View,
  { formats, bytes: mostBytes }: Encoding
): Encoded | undefined {
  const { format, orientation } = facts
  if (orientation !== 1 || !isWhole(view, facts)) return undefined
  if ((format !== 'png' && format !== 'jpeg') || !formats.includes(format)) return undefined
  const data = format === 'png' ? barePng(bytes) : bareJpeg(bytes)
  if (data === undefined || data.length > mostBytes) return undefined
  return encodedAs(data, { format, ...view.canvas, fidelity: 'original' })
}
