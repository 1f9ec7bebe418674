import type { Picture } from '../checks/pictures.ts'
import type { Parameters } from '../wire/address.ts'
import { boxList, fenced, seenBoxes, spaceOf, writeBox } from './boxes.ts'
import { ladderAnswer, wordOnCard } from './cards.ts'
import { isChinese, type Marker } from './marker.ts'
import { meanColour } from './mean-colour.ts'

export interface AnswerContext {
  readonly prompt: string
  readonly pictures: readonly Picture[]
  readonly parameters: Parameters
  /** What a test has it read from a probe picture. */
  readonly word: string | undefined
}

/** A good answer: plausible for a person, and the same for the same request. `;text=` and `;word=` overrule it. */
export function goodAnswer(marker: Marker, context: AnswerContext): string {
  const fixed = context.parameters.get('text') ?? context.parameters.get('word')
  return fixed ?? answers[marker](context)
}

const answers: Readonly<Record<Marker, (context: AnswerContext) => string>> = {
  probe: ({ word, pictures }) => word ?? wordOnCard(pictures) ?? 'GLYPH',
  ladder: ({ prompt, parameters }) => ladderAnswer(prompt, parameters),
  describe,
  detect: ({ prompt, pictures, parameters }) => {
    const facts = pictures.at(-1)?.facts
    if (facts === undefined) return '[]'
    const space = spaceOf(prompt, parameters.get('space'))
    return fenced('json', boxList(seenBoxes(prompt).map((box) => writeBox(box, space, facts))))
  },
  chart: () => fenced('json', JSON.stringify(chart, undefined, 2)),
  table: () => '| Item | Count | Price |\n| --- | ---: | ---: |\n| Paper 纸 | 12 | 3.50 |\n| Ink 墨 | 4 | 18.00 |',
  translate: ({ prompt }) => (isChinese(prompt) ? '# 发票\n\n总计:90.00 欧元' : '# Invoice\n\nTotal: 90.00 euros'),
  code: () => fenced('ts', 'export function greet(name: string): string {\n  return `Hello, ${name}`\n}'),
  ocr: () => '# 发票 Invoice 2026-114\n\nPaper 纸 12 × 3.50\nInk 墨 4 × 18.00\n\n**Total** 114.00 €',
  ask: (context) => {
    const sentence = isChinese(context.prompt)
      ? '图中写着总计 114.00 欧元。'
      : 'The picture says that the total is 114.00 euros.'
    return `${sentence} ${describe(context)}`
  }
}

function describe({ prompt, pictures }: AnswerContext): string {
  const chinese = isChinese(prompt)
  const sentences = pictures.map((picture) => {
    const { width, height, format } = picture.facts
    const colour = meanColour(picture)
    if (chinese) return `这是一张 ${width}×${height} 像素的 ${format} 图片${colour ? `,平均颜色为 ${colour}` : ''}。`
    return `A picture of ${width} by ${height} pixels, sent as ${format}${colour ? `, with ${colour} as its mean colour` : ''}.`
  })
  const more = chinese ? '上面有几行文字和一个按钮。😀' : 'It shows some lines of text and a button. 你好 😀'
  return [...sentences, more].join(' ')
}

const chart = {
  title: 'Revenue 收入',
  type: 'bar',
  x: { title: 'Quarter' },
  y: { title: 'Revenue', unit: 'M€' },
  series: [{ name: 'North' }, { name: 'South' }],
  rows: [
    { label: 'Q1', values: [12.5, 9] },
    { label: 'Q2', values: [14, 10.5] },
    { label: 'Q3', values: [13, null] }
  ]
}
