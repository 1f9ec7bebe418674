import type { Detection } from '../result.ts'
import { className } from './classes.ts'
import { type BoxExport, distinctNames, type LabelledPicture } from './picture.ts'
import { roundPixels } from './round.ts'

/**
 * LabelMe: one `<name>.json` beside each picture, a rectangle for each box, without the picture's bytes. The attributes
 * of a box become its description. https://github.com/wkentaro/labelme
 */
export function exportLabelMe(pictures: readonly LabelledPicture[]): BoxExport {
  const names = distinctNames(pictures)
  const files = pictures.map(({ width, height, detections }, index) => {
    const document = {
      version: '5.5.0',
      flags: {},
      shapes: detections.map(shapeOf),
      imagePath: names[index]?.file,
      imageData: null,
      imageHeight: height,
      imageWidth: width
    }
    return { path: `${names[index]?.stem}.json`, text: `${JSON.stringify(document, undefined, 2)}\n` }
  })
  return { files, pictures: names.map(({ file }) => file) }
}

function shapeOf({ label, box, attributes }: Detection) {
  return {
    label: className(label),
    points: [
      [roundPixels(box.x0), roundPixels(box.y0)],
      [roundPixels(box.x1), roundPixels(box.y1)]
    ],
    group_id: null,
    description: Object.entries(attributes ?? {})
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    shape_type: 'rectangle',
    flags: {},
    mask: null
  }
}
