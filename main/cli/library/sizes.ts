import { InvalidArgumentError } from 'commander'

const units: Readonly<Record<string, number>> = { kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 }

/** Reads a size such as `500MB` or `1.5 GB`; answers bytes. */
export function size(value: string): number {
  const [, count, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?) ?([kmgt]b)$/i.exec(value.trim()) ?? []
  const bytes = units[unit.toLowerCase()]
  if (count === undefined || bytes === undefined) {
    throw new InvalidArgumentError('It must be a size, such as 500MB or 1.5GB.')
  }
  return Math.round(Number(count) * bytes)
}
