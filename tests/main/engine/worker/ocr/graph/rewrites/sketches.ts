import { Network } from '../../../../../../../main/engine/worker/ocr/graph/network.ts'
import { makeNode as node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/attributes.ts'
import type { Node } from '../../../../../../../main/engine/worker/ocr/graph/onnx/model.ts'
import type { Rewrite } from '../../../../../../../main/engine/worker/ocr/graph/rewrites/rewrite.ts'
import { constant, copyOf, countOps, largestDifference, modelOf, run, type Sketch } from '../graphs.ts'

/** A graph that a rule is let loose on. */
export interface Case extends Sketch {
  readonly name: string
  readonly changes: number
  /** Operators of the graph afterwards. */
  readonly ops: Record<string, number>
}

/** What a rule does to a sketch, and whether the answers before and after are the same but for rounding. */
export async function outcomeOf(rule: Rewrite, sketch: Sketch) {
  const original = modelOf(sketch)
  const rewritten = copyOf(original)
  const changes = rule(new Network(rewritten))
  const [before, after] = [await run(original, sketch.input), await run(rewritten, sketch.input)]
  return { changes, ops: countOps(rewritten), same: largestDifference(before['y'] ?? [], after['y'] ?? []) < 1e-5 }
}

/** Sizes of the usual input. */
export const image = [2, 4, 6, 8]

/** The attribute that pads an image alike on all sides. */
export const pads = (size: number) => ({ pads: { ints: [size, size, size, size] } })

/** A 3x3 convolution of 4 channels with the constants of `weights`. */
export const conv = (input: string, output: string, attributes: Parameters<typeof node>[3] = {}): Node =>
  node('Conv', [input, 'w', 'b'], [output], attributes)
export const weights = [constant('w', [4, 4, 3, 3]), constant('b', [4])]

/** Makes an image `size` times as wide and high of `size` squared times as many channels. */
export const shuffle = (input: string, output: string, size = 2): Node =>
  node('DepthToSpace', [input], [output], { blocksize: { int: size } })
