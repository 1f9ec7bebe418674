const units = ['kB', 'MB', 'GB', 'TB'] as const

/** A number of bytes as people read it, in powers of 1000. */
export function sizeText(bytes: number): string {
  let value = bytes / 1000
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}
