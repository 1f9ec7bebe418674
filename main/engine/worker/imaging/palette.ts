/** Numbers colours, each a number of up to 32 bits, in the order in which it meets them. */
export class Palette {
  readonly colours: number[] = []
  private readonly most: number
  private readonly bits: number
  private readonly known: Int32Array
  /** One more than the number of the colour in the same slot; 0 where there is none. */
  private readonly numbers: Uint16Array

  /** The hash table has four times the colours at least, so that few of them collide. At most 65,535. */
  constructor(most: number) {
    this.most = most
    this.bits = Math.ceil(Math.log2(most)) + 2
    this.known = new Int32Array(2 ** this.bits)
    this.numbers = new Uint16Array(2 ** this.bits)
  }

  /** `undefined` for one colour more than there may be. */
  numberOf(colour: number): number | undefined {
    // The top bits of the product with 2^32 / golden ratio (Knuth, multiplicative hashing).
    let slot = Math.imul(colour, 0x9e3779b1) >>> (32 - this.bits)
    for (;;) {
      const next = this.numbers[slot] ?? 0
      if (next === 0) break
      if (this.known[slot] === colour) return next - 1
      slot = (slot + 1) % this.numbers.length
    }
    if (this.colours.length === this.most) return undefined
    this.known[slot] = colour
    this.numbers[slot] = this.colours.push(colour)
    return this.colours.length - 1
  }
}
