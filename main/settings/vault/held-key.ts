import { inspect } from 'node:util'
import type { FoundKey } from '../keys.ts'

/** A key in memory that shows itself to nobody who prints, inspects, clones or serialises the object. */
export class HeldKey implements FoundKey {
  readonly #key: string
  readonly from: FoundKey['from']

  constructor(key: string, from: FoundKey['from']) {
    this.#key = key
    this.from = from
  }

  /** The key itself, for the header of a request. */
  get key(): string {
    return this.#key
  }

  /** For consoles that call getters on their own. */
  [inspect.custom](): string {
    return `HeldKey { from: '${this.from}' }`
  }
}
