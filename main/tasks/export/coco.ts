import type { PixelBox } from '../result.ts'
import { classesOf, className } from './classes.ts'
import { type BoxExport, distinctNames, type LabelledPicture } from './picture.ts'
import { roundPixels } from './round.ts'

/**
 * COCO for detection: one `annotations.json` with pictures, boxes and categories, numbered from 1; boxes are x, y, width
 * and height in pixels. https://cocodataset.org/#format-data
 */
export function exportCoco(pictures: readonly LabelledPicture[], categories?: readonly string[]): BoxExport {
  const classes = classesOf(pictures, categories)
  const names = distinctNames(pictures)
  const boxes = pictures.flatMap(({ detections }, index) =>
    detections.map((detection) => ({ ...detection, picture: index + 1 }))
  )
  const document = {
    info: { description: 'Boxes by a vision model, not checked by a person', version: '1.0' },
    licenses: [],
    images: pictures.map(({ width, height }, index) => ({
      id: index + 1,
      width,
      height,
      file_name: names[index]?.file
    })),
    annotations: boxes.map(({ picture, label, box }, index) => ({
      id: index + 1,
      image_id: picture,
      category_id: classes.indexOf(className(label)) + 1,
      ...shapeOf(box),
      iscrowd: 0
    })),
    categories: classes.map((name, index) => ({ id: index + 1, name, supercategory: '' }))
  }
  return {
    files: [{ path: 'annotations.json', text: `${JSON.stringify(document, undefined, 2)}\n` }],
    pictures: names.map(({ file }) => `images/${file}`)
  }
}

function shapeOf(box: PixelBox) {
  const [x0, y0, x1, y1] = [box.x0, box.y0, box.x1, box.y1].map(roundPixels) as [number, number, number, number]
  const [width, height] = [roundPixels(x1 - x0), roundPixels(y1 - y0)]
  return {
    bbox: [x0, y0, width, height],
    area: roundPixels(width * height),
    segmentation: [[x0, y0, x1, y0, x1, y1, x0, y1]]
  }
}
