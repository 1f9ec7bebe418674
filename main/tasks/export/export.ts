import { assertNever } from '../../failure.ts'
import { exportCoco } from './coco.ts'
import { exportLabelMe } from './labelme.ts'
import type { BoxExport, LabelledPicture } from './picture.ts'
import { exportYolo } from './yolo.ts'

export const boxFormats = ['yolo', 'coco', 'labelme'] as const
export type BoxFormat = (typeof boxFormats)[number]

/** Writes the boxes of pictures for labelling tools and trainers; `categories` are the first classes, in their order. */
export function exportBoxes(
  format: BoxFormat,
  pictures: readonly LabelledPicture[],
  categories?: readonly string[]
): BoxExport {
  switch (format) {
    case 'yolo':
      return exportYolo(pictures, categories)
    case 'coco':
      return exportCoco(pictures, categories)
    case 'labelme':
      return exportLabelMe(pictures)
    default:
      return assertNever(format, 'No such format of boxes')
  }
}
