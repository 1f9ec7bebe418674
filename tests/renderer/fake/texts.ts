import type { LineView } from '../../../preload/contract/library.ts'

/** What the sample pictures of `assets/samples` say, shortened; a picture's id ends with its place in this list. */
export const samplePictures = [
  {
    name: 'receipt',
    width: 420,
    height: 640,
    bytes: 14_820,
    lines: [
      'Willow Lane Tea House',
      '柳巷茶馆',
      '18 Willow Lane, Port Selby',
      'Receipt 004817 Table 6',
      '2 x Oolong milk tea 乌龙奶茶 9.60',
      '1 x Sesame bun 芝麻包 2.20',
      'Total $32.34',
      'Thank you, come again!'
    ]
  },
  {
    name: 'chart',
    width: 640,
    height: 400,
    bytes: 9310,
    lines: ['Visitors to the reading room, 2026', '0', '200', '400', '600', '800', 'Jan Feb Mar Apr May Jun']
  },
  {
    name: 'orders',
    width: 760,
    height: 400,
    bytes: 17_204,
    lines: [
      'Orders of the week',
      'Order Customer Item Qty Total Status',
      'B-2041 Marlow & Finch Oak shelf 80 cm 14 1,176.00 Shipped',
      'B-2042 Studio Kappa Desk lamp, brass 6 411.00 Paid',
      'B-2043 蓝鲸设计 折叠椅 40 3,160.00 Open'
    ]
  },
  {
    name: 'notice',
    width: 560,
    height: 620,
    bytes: 21_050,
    lines: [
      'Notice to all residents',
      '停水通知',
      'Water will be off on Thursday from 9:00 to 15:00.',
      '周四上午九时至下午三时停水。'
    ]
  },
  {
    name: 'editor',
    width: 760,
    height: 440,
    bytes: 19_877,
    lines: [
      'export function total(lines: readonly Line[]): number {',
      '  return lines.reduce((sum, line) => sum + line.price, 0)',
      '}'
    ]
  }
] as const

/** Where the text of each line stands, evenly down the picture: good enough to look at. */
export function linesOf(place: number): LineView[] {
  const picture = samplePictures[place % samplePictures.length] ?? samplePictures[0]
  const pitch = picture.height / (picture.lines.length + 1)
  return picture.lines.map((text, index) => {
    const top = pitch * (index + 0.6)
    const points = Array.from(text)
    const right = Math.min(picture.width - 30, 30 + text.length * 9)
    return {
      text,
      quad: [
        [30, top],
        [right, top],
        [right, top + 20],
        [30, top + 20]
      ],
      confidence: 0.99 - index * 0.04,
      positions: points.map((_, at) => (at + 0.5) / points.length),
      confidences: points.map(() => 0.99 - index * 0.04),
      vertical: false
    }
  })
}
