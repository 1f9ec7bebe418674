import type { ReadLine } from '../../../protocol/reading.ts'
import { quadOf } from '../strip.ts'
import type { Recognised } from './recognise.ts'

/** What a recognised strip says, with one position and one confidence for each code point. */
export function lineOf(recognised: Recognised): ReadLine {
  const glyphs = withoutOuterBlanks(recognised.glyphs)
  const positions: number[] = []
  const confidences: number[] = []
  for (const { text, step, confidence } of glyphs) {
    const place = recognised.place(step)
    for (const _ of text) {
      positions.push(Math.max(positions.at(-1) ?? 0, place))
      confidences.push(Math.min(1, Math.max(0, confidence)))
    }
  }
  return {
    text: glyphs.map(({ text }) => text).join(''),
    quad: quadOf(recognised.strip),
    confidence: Math.min(1, Math.max(0, recognised.confidence)),
    positions,
    confidences,
    vertical: recognised.vertical
  }
}

function withoutOuterBlanks(glyphs: Recognised['glyphs']): Recognised['glyphs'] {
  const first = glyphs.findIndex(({ text }) => text.trim() !== '')
  return first < 0 ? [] : glyphs.slice(first, glyphs.findLastIndex(({ text }) => text.trim() !== '') + 1)
}
