import type { Learned } from '../../settings/groups.ts'
import type { BoxSpace } from '../../tasks/task.ts'
import type { Ladder } from './cards.ts'

type Numbers = readonly [number, number, number, number]

/** What a model said of the ladder: the codes that it read, and the boxes of the squares in its own numbers. */
export interface LadderAnswer {
  readonly codes: readonly string[]
  readonly marks: { readonly red?: Numbers | undefined; readonly blue?: Numbers | undefined }
}

/** How each space writes a box of a picture of this size. */
const writings: Readonly<Record<BoxSpace, (box: Numbers, width: number, height: number) => Numbers>> = {
  thousand: ([x0, y0, x1, y1], w, h) => [(x0 / w) * 1000, (y0 / h) * 1000, (x1 / w) * 1000, (y1 / h) * 1000],
  'thousand-y-first': ([x0, y0, x1, y1], w, h) => [(y0 / h) * 1000, (x0 / w) * 1000, (y1 / h) * 1000, (x1 / w) * 1000],
  pixels: (box) => box,
  unit: ([x0, y0, x1, y1], w, h) => [x0 / w, y0 / h, x1 / w, y1 / h]
}

/** A corner may lie this far from the truth, as a part of the picture's side: models are seldom better than 2 %. */
const tolerance = 0.04

/** What the answer tells of the model's sight; no guess where it tells nothing. */
export function learn({ codes, marks }: LadderAnswer, ladder: Ladder): Omit<Learned, 'time'> {
  const legible = smallestRead(codes, ladder)
  const boxes = spaceOf(marks, ladder)
  return { ...(legible !== undefined && { legible }), ...(boxes !== undefined && { boxes }) }
}

/** The smallest row such that it and all larger ones were read. */
function smallestRead(codes: readonly string[], { rows }: Ladder): number | undefined {
  const said = new Set(codes.map((code) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')))
  const unread = rows.findIndex(({ code }) => !said.has(code))
  return rows[(unread === -1 ? rows.length : unread) - 1]?.size
}

function spaceOf({ red, blue }: LadderAnswer['marks'], ladder: Ladder): BoxSpace | undefined {
  if (!red || !blue) return undefined
  const spaces = Object.keys(writings) as BoxSpace[]
  return spaces.find(
    (space) => isNear(red, ladder.marks.red, space, ladder) && isNear(blue, ladder.marks.blue, space, ladder)
  )
}

function isNear(said: Numbers, truth: Numbers, space: BoxSpace, { width, height }: Ladder): boolean {
  const write = writings[space]
  const written = write(truth, width, height)
  const whole = write([0, 0, width, height], width, height)
  return said.every(
    (value, index) => Math.abs(value - (written[index] ?? 0)) <= tolerance * (whole[index % 2 ? 3 : 2] ?? 0)
  )
}
