import { createMemory } from '../../../../../../main/engine/worker/ocr/memory.ts'
import { planesOf } from '../../../../../../main/engine/worker/ocr/planes.ts'
import type { RecogniseOptions } from '../../../../../../main/engine/worker/ocr/recognise/recognise.ts'

/** The letters that the made-up recogniser can answer, behind the blank. */
const letters = Array.from(' abcdefghijklmnopqrstuvwxyz海上生明月天涯共')

/** What it was shown of one line: its input's width, and the middle row of its first plane, 0 to 1. */
export interface Shown {
  readonly width: number
  readonly row: readonly number[]
}

/** One made-up recogniser's options and what happened to it. */
export interface Made {
  readonly options: RecogniseOptions
  readonly shown: Shown[]
  /** Lines of each call of `advance`. */
  readonly advanced: number[]
}

/** A recogniser of 8 pixels a step that answers `text` with `confidence` for whatever it is shown. */
export function recogniserThat(answer: (shown: Shown) => { text: string; confidence: number }): Made {
  const shown: Shown[] = []
  const advanced: number[] = []
  const options: RecogniseOptions = {
    planes: planesOf({ channels: 'rgb', mean: [0, 0, 0], deviation: [1, 1, 1] }),
    height: 48,
    characters: ['', ...letters],
    memory: createMemory(),
    clock: { model: 0 },
    advance: async (lines) => {
      advanced.push(lines)
    },
    recogniser: async (values, { lines, height, width }) => {
      const steps = Math.ceil(width / 8)
      const classes = new Int32Array(lines * steps)
      const probabilities = new Float32Array(lines * steps).fill(1)
      for (let line = 0; line < lines; line++) {
        const from = (line * 3 * height + height / 2) * width
        const seen = { width, row: [...values.subarray(from, from + width)] }
        shown.push(seen)
        const { text, confidence } = answer(seen)
        for (const [k, letter] of Array.from(text).slice(0, steps).entries()) {
          classes[line * steps + k] = letters.indexOf(letter) + 1
          probabilities[line * steps + k] = confidence
        }
      }
      return { classes, probabilities, steps }
    }
  }
  return { options, shown, advanced }
}
