import type { BoxSpace } from '../../../../main/tasks/task.ts'
import type { PictureFacts } from '../checks/picture-facts.ts'

/** Corners x0, y0, x1, y1 as parts of the picture, with what is there. */
export interface SeenBox {
  readonly label: string
  readonly corners: readonly [number, number, number, number]
}

const corners: readonly SeenBox['corners'][] = [
  [0.05, 0.1, 0.45, 0.5],
  [0.55, 0.2, 0.95, 0.4],
  [0.125, 0.625, 0.875, 0.9]
]

// Words that examples in prompts put in quotes, without being asked for.
const structure = /^(bbox_2d|box_2d|label|attributes|text_content|text|colou?r|point_2d|json|type|name|x\d|y\d)$/i

/** Three boxes, named after the quoted categories of the prompt where it has some. */
export function seenBoxes(prompt: string): SeenBox[] {
  const quoted = [...prompt.matchAll(/["“「]([^"”」\n]{1,40})["”」]/g)].map(([, word]) => word ?? '')
  const wanted = quoted.filter((word) => /\p{L}/u.test(word) && !structure.test(word.trim()))
  const labels = wanted.length > 0 ? wanted : ['window', 'button', 'text']
  return corners.map((box, index) => ({ label: labels[index % labels.length] ?? 'window', corners: box }))
}

/** The space that the prompt asks for; `;space=` overrules it. */
export function spaceOf(prompt: string, chosen: string | undefined): BoxSpace {
  if (chosen === 'thousand' || chosen === 'thousand-y-first' || chosen === 'pixels' || chosen === 'unit') return chosen
  if (/[^b]box_2d/.test(prompt)) return 'thousand-y-first'
  if (/1000/.test(prompt)) return 'thousand'
  if (/\b0 to 1\b|0 到 1 /.test(prompt)) return 'unit'
  return /pixel|像素/i.test(prompt) ? 'pixels' : 'thousand'
}

/** One item as the model would write it. */
export function writeBox({ label, corners: box }: SeenBox, space: BoxSpace, facts: Size): Record<string, unknown> {
  return { [space === 'thousand-y-first' ? 'box_2d' : 'bbox_2d']: writeCorners(box, space, facts), label }
}

type Size = Pick<PictureFacts, 'width' | 'height'>

/** Four numbers in the order and the unit of a space. */
export function writeCorners(box: SeenBox['corners'], space: BoxSpace, { width, height }: Size): number[] {
  const [x0, y0, x1, y1] = box
  if (space === 'thousand-y-first') return [y0, x0, y1, x1].map(perMille)
  if (space === 'unit') return [...box]
  if (space === 'pixels') return [x0 * width, y0 * height, x1 * width, y1 * height].map(Math.round)
  return box.map(perMille)
}

function perMille(part: number): number {
  return Math.round(part * 1000)
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

/** A list in the layout of the models: one item a line. */
export function boxList(items: readonly unknown[]): string {
  return `[\n${items.map((item) => `\t${JSON.stringify(item)}`).join(',\n')}\n]`
}
