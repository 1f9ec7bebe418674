import { Network } from '../network.ts'
import type { Model } from '../onnx/model.ts'
import { foldAffine } from './affine.ts'
import { foldBatchNormalisation } from './batch-normalisation.ts'
import { liftConstants } from './constants.ts'
import { removeDead } from './dead.ts'
import { convolveBeforeEnlarging } from './enlarged/convolve.ts'
import { foldScaleForward, foldShiftForward } from './forward.ts'
import { shortenGate } from './gate.ts'
import { gateWeights } from './gated-projection.ts'
import { mendHardSwish } from './hard-swish.ts'
import { mergePointwise } from './merge.ts'
import { addReadingHead } from './reading-head.ts'
import { shiftByConvolution } from './shift.ts'
import { delayShuffle, delayShuffleOfConvolution } from './shuffle/delay.ts'
import { mergeShuffles } from './shuffle/merge.ts'
import { shuffleTransposed } from './shuffle/transposed.ts'

/** Changes a graph without changing what it calculates, and tells at how many places. */
export type Rewrite = (network: Network) => number

/** In this order; a group is repeated until it finds nothing more. */
const groups: readonly (readonly Rewrite[])[] = [
  [liftConstants],
  [foldBatchNormalisation, foldAffine],
  [mendHardSwish],
  [foldShiftForward, foldScaleForward],
  [shiftByConvolution],
  [mergePointwise],
  [shuffleTransposed],
  [delayShuffle, delayShuffleOfConvolution, mergeShuffles],
  [shortenGate],
  [gateWeights],
  [convolveBeforeEnlarging],
  [removeDead]
]

/** Rewrites the model in place. `readingHead` asks for the two small outputs of a recogniser. */
export function rewriteModel(model: Model, options: { readonly readingHead: boolean }): Record<string, number> {
  const network = new Network(model)
  const counts: Record<string, number> = {}
  const apply = (rewrite: Rewrite): number => {
    const changes = rewrite(network)
    counts[rewrite.name] = (counts[rewrite.name] ?? 0) + changes
    return changes
  }
  for (const group of groups) while (group.map(apply).some((changes) => changes > 0));
  if (options.readingHead) apply(addReadingHead)
  return counts
}
