import { readFileSync } from 'node:fs'
import type { Picture } from '../checks/pictures.ts'

interface Card {
  readonly file: string
  readonly word: string
}

const folder = new URL('../../../../assets/probe/', import.meta.url)

/** Reads a word as a model with eyes would, by knowing the app's cards: undefined for every other picture. */
export function wordOnCard(pictures: readonly Picture[]): string | undefined {
  const { words } = JSON.parse(readFileSync(new URL('cards.json', folder), 'utf8')) as {
    readonly words: readonly Card[]
  }
  const isShown = ({ file }: Card): boolean => {
    const card = readFileSync(new URL(file, folder))
    return pictures.some(({ bytes }) => card.equals(bytes))
  }
  return words.find(isShown)?.word
}
