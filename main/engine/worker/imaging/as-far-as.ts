/**
 * What `take` gives of as many of `length` units as it can do, to a `least` of them; `undefined` where that is none. It answers
 * `undefined` for more than it can do, and what it can do of many it can do of fewer.
 */
export async function asFarAs<T>(
  length: number,
  least: number,
  take: (length: number) => Promise<T | undefined>
): Promise<T | undefined> {
  let found: T | undefined
  let [good, bad] = [0, length]
  while (bad - good > Math.max(1, least)) {
    const middle = Math.round((good + bad) / 2)
    const taken = await take(middle)
    if (taken === undefined) bad = middle
    else [found, good] = [taken, middle]
  }
  return found
}
