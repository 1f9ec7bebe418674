/** An event that listeners can prevent, as Electron's. */
export interface Happening {
  defaultPrevented: boolean
  preventDefault(): void
}

export function happening<Facts extends object>(facts: Facts): Facts & Happening
export function happening(): Happening
export function happening(facts: object = {}): Happening {
  return Object.assign(facts, {
    defaultPrevented: false,
    preventDefault(this: Happening) {
      this.defaultPrevented = true
    }
  })
}
