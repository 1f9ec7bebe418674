/** What the recogniser saw at each step of a line: the best class and its probability. */
export interface Steps {
  readonly classes: ArrayLike<number | bigint>
  readonly probabilities: ArrayLike<number>
  /** Where this line begins in the two lists, and how many steps it has. */
  readonly from: number
  readonly count: number
}

/** One recognised entry of the dictionary. */
export interface Glyph {
  readonly text: string
  /** Step at which it was first seen. */
  readonly step: number
  /** Probability, 0 to 1. */
  readonly confidence: number
}

/**
 * Greedy decoding of connectionist temporal classification (Graves et al. 2006): repeats are one glyph, class 0 is
 * the blank between two. A repeated class counts with its first step.
 */
export function decodeSteps({ classes, probabilities, from, count }: Steps, characters: readonly string[]): Glyph[] {
  const glyphs: Glyph[] = []
  let last = 0
  for (let step = 0; step < count; step++) {
    const index = Number(classes[from + step])
    const confidence = probabilities[from + step] as number
    if (index !== 0 && index !== last) glyphs.push({ text: characters[index] ?? '', step, confidence })
    last = index
  }
  return glyphs
}

/** Best class and its probability at each step of `[count, classes]` probabilities. */
export function bestClasses(values: Float32Array, classes: number): { indices: Int32Array; best: Float32Array } {
  const steps = values.length / classes
  const indices = new Int32Array(steps)
  const best = new Float32Array(steps)
  for (let step = 0; step < steps; step++) {
    const base = step * classes
    let index = 0
    let most = values[base] as number
    for (let k = 1; k < classes; k++) {
      const value = values[base + k] as number
      if (value > most) {
        most = value
        index = k
      }
    }
    indices[step] = index
    best[step] = most
  }
  return { indices, best }
}
