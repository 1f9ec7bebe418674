/** A horizontal stretch of text pixels `[x0, x1)` in row `y`. */
export interface Run {
  readonly x0: number
  readonly x1: number
  readonly y: number
}

/** A connected piece of the detector's probability map. Pixels of the map. */
export interface Component {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly runs: readonly Run[]
  readonly area: number
  /** Mean probability over its pixels, 0 to 1. */
  readonly score: number
}

/** A probability map as the detector answers it; only the first `width` of each `stride` values count. */
export interface ProbabilityMap {
  readonly values: Float32Array
  readonly stride: number
  readonly width: number
  readonly height: number
}

/** Pieces of pixels above `threshold` that touch sideways or up and down. One pass over runs with union-find. */
export function findComponents({ values, stride, width, height }: ProbabilityMap, threshold: number): Component[] {
  const parents: number[] = []
  const runs: Run[] = []
  const sums: number[] = []
  const rootOf = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] = parents[parents[root] as number] as number
    return root
  }
  let above = 0
  let aboveEnd = 0
  for (let y = 0; y < height; y++) {
    const begin = runs.length
    const end = y * stride + width
    for (let at = y * stride; at < end; at++) {
      if ((values[at] as number) <= threshold) continue
      const start = at
      let sum = 0
      while (at < end && (values[at] as number) > threshold) sum += values[at++] as number
      const index = runs.length
      const run = { x0: start - y * stride, x1: at - y * stride, y }
      runs.push(run)
      sums.push(sum)
      parents.push(index)
      while (above < aboveEnd && (runs[above] as Run).x1 <= run.x0) above++
      for (let other = above; other < aboveEnd && (runs[other] as Run).x0 < run.x1; other++) {
        parents[rootOf(index)] = rootOf(other)
      }
    }
    above = begin
    aboveEnd = runs.length
  }
  return gather(runs, sums, rootOf)
}

function gather(runs: readonly Run[], sums: readonly number[], rootOf: (index: number) => number): Component[] {
  const members = new Map<number, number[]>()
  for (let index = 0; index < runs.length; index++) {
    const root = rootOf(index)
    const list = members.get(root)
    if (list) list.push(index)
    else members.set(root, [index])
  }
  return [...members.values()].map((indices) =>
    componentOf(
      indices.map((index) => runs[index] as Run),
      indices.reduce((sum, index) => sum + (sums[index] as number), 0)
    )
  )
}

function componentOf(runs: readonly Run[], sum: number): Component {
  let x0 = Number.POSITIVE_INFINITY
  let x1 = 0
  let area = 0
  for (const run of runs) {
    x0 = Math.min(x0, run.x0)
    x1 = Math.max(x1, run.x1)
    area += run.x1 - run.x0
  }
  return { x0, x1, y0: (runs[0] as Run).y, y1: (runs.at(-1) as Run).y + 1, runs, area, score: sum / area }
}
