import { sep } from 'node:path'

/** Orders paths part by part as people do: numbers by value, capitals beside small letters, ties by code unit. */
export function naturalOrder(left: string, right: string): number {
  const lefts = left.split(sep)
  const rights = right.split(sep)
  for (let part = 0; part < Math.min(lefts.length, rights.length); part += 1) {
    const order = collator.compare(lefts[part] ?? '', rights[part] ?? '')
    if (order !== 0) return order
  }
  if (lefts.length !== rights.length) return lefts.length - rights.length
  return left < right ? -1 : Number(left > right)
}

/** A fixed language: the order of results is the same on every machine. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
