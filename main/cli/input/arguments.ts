import { InvalidArgumentError } from 'commander'

/** Splits a value at its commas; blanks around the parts and empty parts are left out. */
export function commaList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Reads a whole number within limits, both included. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value)
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  }
}

/** Reads a number without exponent within limits, both included. */
export function decimal(least: number, most: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}(\.\d{1,9})?$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value)
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`)
  }
}
