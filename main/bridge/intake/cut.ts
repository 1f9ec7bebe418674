import type { Engine } from '../../engine/client.ts'
import type { Size } from '../../engine/protocol/view.ts'
import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import type { PixelBox } from '../../tasks/result.ts'

/** Far above what any picture within the limits takes, so that no pixel is given up to save bytes. */
const anyBytes = 2 ** 31 - 1

/** Whole pixels that a box touches; undefined when none of them lies in the picture. */
export function pixelsOf(box: PixelBox, { width, height }: Size): PixelBox | undefined {
  const x0 = Math.max(0, Math.floor(box.x0))
  const y0 = Math.max(0, Math.floor(box.y0))
  const x1 = Math.min(width, Math.ceil(box.x1))
  const y1 = Math.min(height, Math.ceil(box.y1))
  return x0 < x1 && y0 < y1 ? { x0, y0, x1, y1 } : undefined
}

/** Cuts a part out of a picture as a PNG, every pixel as it is. `crop` in whole pixels of the upright picture. */
export async function cutOut(engine: Pick<Engine, 'encode'>, picture: Uint8Array, crop: PixelBox): Promise<Uint8Array> {
  const size = { width: crop.x1 - crop.x0, height: crop.y1 - crop.y0 }
  const view = { crop, content: size, canvas: size }
  const [encoded] = await engine.encode(picture, [view], { formats: ['png'], bytes: anyBytes })
  if (encoded === undefined) throw new Failure('engine-protocol', 'The engine has not answered with a picture.')
  return encoded.data
}

/** What was framed lies beside the picture. */
export function nothingFramed(): Failure {
  return new Failure('usage', 'There is nothing of the picture in this frame.', {
    advice: 'Draw the frame on the picture.',
    saying: saying('picture.outside-frame')
  })
}
