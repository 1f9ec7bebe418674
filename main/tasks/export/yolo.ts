import type { PixelBox } from '../result.ts'
import { classesOf, className } from './classes.ts'
import { type BoxExport, distinctNames, type LabelledPicture } from './picture.ts'

/**
 * YOLO for detection: `classes.txt` with a class a line, and for each picture `labels/<name>.txt` with a line
 * `class cx cy w h` a box, as shares of the picture's sides. A picture without boxes has an empty file: there is nothing.
 * https://docs.ultralytics.com/datasets/detect/
 */
export function exportYolo(pictures: readonly LabelledPicture[], categories?: readonly string[]): BoxExport {
  const classes = classesOf(pictures, categories)
  const names = distinctNames(pictures)
  const labels = pictures.map((picture, index) => ({
    path: `labels/${names[index]?.stem}.txt`,
    text: picture.detections
      .map(({ label, box }) => writeLine(classes.indexOf(className(label)), box, picture))
      .join('')
  }))
  return {
    files: [{ path: 'classes.txt', text: classes.map((name) => `${name}\n`).join('') }, ...labels],
    pictures: names.map(({ file }) => `images/${file}`)
  }
}

function writeLine(classIndex: number, { x0, y0, x1, y1 }: PixelBox, { width, height }: LabelledPicture): string {
  const shares = [(x0 + x1) / 2 / width, (y0 + y1) / 2 / height, (x1 - x0) / width, (y1 - y0) / height]
  // Trainers refuse a file with a share above 1, which rounding alone could give.
  const bound = shares.map((share) => Math.min(1, Math.max(0, share)).toFixed(6))
  return `${[classIndex, ...bound].join(' ')}\n`
}
