import { readFileSync } from 'node:fs'
import type { Picture } from '../checks/pictures.ts'
import { numberIn, type Parameters } from '../wire/address.ts'
import { spaceOf, writeCorners } from './boxes.ts'

interface Word {
  readonly file: string
  readonly word: string
}

type PixelBox = readonly [number, number, number, number]

interface Ladder {
  readonly width: number
  readonly height: number
  readonly rows: readonly { readonly size: number; readonly code: string }[]
  readonly marks: { readonly red: PixelBox; readonly blue: PixelBox }
}

const folder = new URL('../../../../assets/probe/', import.meta.url)

function readCards(): { readonly words: readonly Word[]; readonly ladder: Ladder } {
  return JSON.parse(readFileSync(new URL('cards.json', folder), 'utf8'))
}

/** Reads a word as a model with eyes would, by knowing the app's cards: undefined for every other picture. */
export function wordOnCard(pictures: readonly Picture[]): string | undefined {
  const isShown = ({ file }: Word): boolean => {
    const card = readFileSync(new URL(file, folder))
    return pictures.some(({ bytes }) => card.equals(bytes))
  }
  return readCards().words.find(isShown)?.word
}

/** Reads the card of shrinking text down to `;legible=` pixels (10), and finds its squares in the space `;space=`. */
export function ladderAnswer(prompt: string, parameters: Parameters): string {
  const { rows, marks, width, height } = readCards().ladder
  const legible = numberIn(parameters, 'legible', 10)
  const space = spaceOf(prompt, parameters.get('space'))
  const locate = ([x0, y0, x1, y1]: PixelBox): number[] =>
    writeCorners([x0 / width, y0 / height, x1 / width, y1 / height], space, { width, height })
  const codes = rows.filter(({ size }) => size >= legible).map(({ code }) => code)
  return JSON.stringify({ codes, red: locate(marks.red), blue: locate(marks.blue) })
}
