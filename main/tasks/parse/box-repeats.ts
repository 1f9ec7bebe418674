import { overlapOf } from '../geometry.ts'
import type { Detection } from '../result.ts'
import type { BoxItem } from './box-items.ts'

/** Two boxes of one label that share more than this are one: a model in a loop writes the same numbers again. */
const sameOverlap = 0.95
/** Shortest run of boxes at even distances worth a word; a row of a keyboard has about as many keys. */
const shortestRun = 12

/** Keeps the first of boxes that are the same. */
export function dropDuplicates(detections: readonly Detection[]): {
  readonly kept: Detection[]
  readonly dropped: number
} {
  const byLabel = new Map<string, Detection[]>()
  const kept = detections.filter((detection) => {
    const label = detection.label.toLowerCase()
    const same = byLabel.get(label) ?? []
    if (same.some(({ box }) => overlapOf(box, detection.box) > sameOverlap)) return false
    same.push(detection)
    byLabel.set(label, same)
    return true
  })
  return { kept, dropped: detections.length - kept.length }
}

/**
 * Counts boxes in the longest run of one label and one size with one step between neighbours, in the model's own numbers;
 * 0 when it is short. They are kept: rows of keys or icons are like that too.
 */
export function countEvenCopies(items: readonly BoxItem[]): number {
  let [longest, run] = [0, 2]
  for (let index = 2; index < items.length; index++) {
    const [before, middle, item] = [items[index - 2], items[index - 1], items[index]]
    run = before && middle && item && isEven(before, middle, item) ? run + 1 : 2
    longest = Math.max(longest, run)
  }
  return longest >= shortestRun ? longest : 0
}

function isEven(before: BoxItem, middle: BoxItem, item: BoxItem): boolean {
  if (before.label !== middle.label || middle.label !== item.label) return false
  const [first, second] = [stepOf(before, middle), stepOf(middle, item)]
  const moves = first.some((step) => step !== 0)
  const rigid = first[0] === first[2] && first[1] === first[3]
  return moves && rigid && first.every((step, corner) => step === second[corner])
}

function stepOf(from: BoxItem, to: BoxItem): number[] {
  return to.numbers.map((number, corner) => number - (from.numbers[corner] ?? 0))
}
