import type { Glyph } from '../../../../../../main/engine/worker/ocr/recognise/ctc.ts'
import type { Recognised } from '../../../../../../main/engine/worker/ocr/recognise/recognise.ts'

/** One glyph a code point, two steps apart. */
export function glyphsOf(text: string, confidence = 0.95): Glyph[] {
  return Array.from(text).map((one, index) => ({ text: one, step: index * 2, confidence }))
}

/** What glyphs say. */
export function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('')
}

/** A level line that reads so. */
export function recognised(text: string, confidence = 0.95, change: Partial<Recognised> = {}): Recognised {
  const glyphs = glyphsOf(text, confidence)
  const steps = Math.max(1, glyphs.length * 2)
  const strip = { x: 100, y: 50, length: 100, thickness: 20, angle: 0, score: 1 }
  return { strip, glyphs, place: (step) => (step + 0.5) / steps, confidence, vertical: false, ...change }
}
