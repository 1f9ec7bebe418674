/** Shortest stretch of letters that proves two halves of a line; Han say more each. */
const [shortestLatin, shortestHan] = [5, 3]
/** 96 pixels hold at most as many characters. */
const longestOverlap = 40
/** Characters at a cut edge that may be read wrongly. */
const cutCharacters = 2
/** Lines of the left tile that are looked at for each line of the right one. */
const window = 10

/**
 * Joins the lines of two tiles side by side. Where most lines go on from one tile to the other they are put together
 * again; else the tiles hold columns of their own, and the right one follows the left one.
 */
export function joinColumns(left: readonly string[], right: readonly string[]): string[] {
  const pairs = pairLines(left, right)
  const [leftCount, rightCount] = [countFilled(left), countFilled(right)]
  if (pairs.size === 0 || pairs.size * 2 < Math.min(leftCount, rightCount)) return [...left, '', ...right]
  const following = new Map<number, string[]>()
  const joined = [...left]
  let last = -1
  for (const [index, line] of right.entries()) {
    const pair = pairs.get(index)
    if (pair) {
      joined[pair.index] = pair.text
      last = pair.index
    } else if (line.trim() !== '') following.set(last, [...(following.get(last) ?? []), line])
  }
  return [...(following.get(-1) ?? []), ...joined.flatMap((line, index) => [line, ...(following.get(index) ?? [])])]
}

interface Pair {
  /** Of the line on the left. */
  readonly index: number
  readonly text: string
}

/** Lines on the right, by index, that go on a line on the left; both in order. */
function pairLines(left: readonly string[], right: readonly string[]): Map<number, Pair> {
  const pairs = new Map<number, Pair>()
  let next = 0
  for (const [index, line] of right.entries()) {
    for (let candidate = next; candidate < Math.min(next + window, left.length); candidate++) {
      const text = joinHalves(left[candidate] ?? '', line)
      if (text === undefined) continue
      pairs.set(index, { index: candidate, text })
      next = candidate + 1
      break
    }
  }
  return pairs
}

/** One line from two halves that share characters in the overlap; undefined when they do not. */
export function joinHalves(left: string, right: string): string | undefined {
  const [before, after] = [left.trimEnd(), right.trimStart()]
  for (let cut = 0; cut <= 2 * cutCharacters; cut++) {
    for (let start = Math.max(0, cut - cutCharacters); start <= Math.min(cut, cutCharacters); start++) {
      const [head, tail] = [before.slice(0, before.length - (cut - start)), after.slice(start)]
      const length = sharedLength(head, tail)
      if (length > 0) return head + tail.slice(length)
    }
  }
  return undefined
}

/** How many characters at the end of one are the beginning of the other; 0 when too few to prove anything. */
function sharedLength(head: string, tail: string): number {
  for (let length = Math.min(longestOverlap, head.length, tail.length); length >= shortestHan; length--) {
    const shared = tail.slice(0, length)
    if (!head.endsWith(shared)) continue
    const isHan = /\p{Script=Han}/u.test(shared)
    const enough = length >= (isHan ? shortestHan : shortestLatin) && new Set(shared.replaceAll(/\s/gu, '')).size >= 3
    return enough ? length : 0
  }
  return 0
}

function countFilled(lines: readonly string[]): number {
  return lines.filter((line) => line.trim() !== '').length
}
