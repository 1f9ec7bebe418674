import { grouped } from '../ask/tell.ts'

/** `1 entry`, `2,000 entries`. */
export function countedEntries(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'entry' : 'entries'}`
}
