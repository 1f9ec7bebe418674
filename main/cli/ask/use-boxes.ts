import type { House } from '../../compose.ts'
import type { Quad } from '../../engine/protocol/geometry.ts'
import { asFailure, type Failure } from '../../failure.ts'
import type { PixelBox, TaskResult } from '../../tasks/result.ts'
import type { Input } from '../input/inputs.ts'
import { writeAnnotated } from '../output/annotated.ts'
import type { Destination } from '../output/destination.ts'
import { type DatasetPicture, pictureName } from './dataset.ts'
import type { AskedPicture } from './picture.ts'
import { inWords } from './write.ts'

/** What is made of boxes besides their text. */
export interface BoxUse {
  readonly house: Pick<House, 'engine' | 'getPicture'>
  /** Where pictures with their boxes drawn go. */
  readonly boxes: Destination | undefined
  /** Whether boxes are exported. */
  readonly exporting: boolean
  readonly signal: AbortSignal
}

/**
 * Draws boxes and makes them ready for an export. What goes wrong there is given back: the answer is paid for and stays.
 * Throws `vision-protocol` when the answer has no boxes to be drawn.
 */
export async function useBoxes(
  { house, boxes, exporting, signal }: BoxUse,
  input: Input,
  { bytes }: AskedPicture,
  result: TaskResult
): Promise<{ readonly labelled?: DatasetPicture; readonly failure?: Failure }> {
  if (boxes === undefined && !exporting) return {}
  if (result.kind !== 'boxes' || bytes === undefined) throw inWords(result)
  const { detections } = result
  try {
    if (boxes !== undefined) {
      // 200 characters is what the engine takes of a label, and the most that a label has.
      const marks = detections.map(({ label, box }) => ({ quad: quadOf(box), label }))
      await writeAnnotated(boxes, input, await house.engine.annotate(bytes, marks, { signal }))
    }
    if (!exporting) return {}
    const { width, height, format } = await house.engine.probe(bytes, { signal })
    const original = originalOf(input, bytes, (source) => house.getPicture(source, { signal }))
    return { labelled: { name: pictureName(input, format), width, height, detections, original } }
  } catch (thrown) {
    return { failure: asFailure(thrown) }
  }
}

/** Files are read again when they are copied: the pictures of a large folder do not fit into memory. */
function originalOf(
  { source }: Input,
  bytes: Uint8Array,
  read: (source: Input['source']) => ReturnType<House['getPicture']>
): DatasetPicture['original'] {
  if (source.kind !== 'file') return () => Promise.resolve(bytes)
  return async () => (await read(source)).bytes
}

function quadOf({ x0, y0, x1, y1 }: PixelBox): Quad {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1]
  ]
}
