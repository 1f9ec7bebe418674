import { InvalidArgumentError } from 'commander'

const hour = 3600 * 1000
const units: Readonly<Record<string, number>> = { h: hour, d: 24 * hour, w: 7 * 24 * hour }

/** A moment of the command line: a whole day that it names is remembered as such. */
export interface Moment {
  /** Milliseconds since 1970; of a day its first one. */
  readonly time: number
  /** First millisecond behind what was named. */
  readonly end: number
}

/**
 * Reads `2026-11-23`, `2026-11-23 18:30`, `today`, `yesterday`, or `12h`, `7d`, `2w` ago. Without a zone it is that of this
 * machine.
 */
export function moment(now: () => number = Date.now): (value: string) => Moment {
  return (value) => {
    const text = value.trim().toLowerCase()
    const [, count, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? []
    const length = units[unit]
    if (count !== undefined && length !== undefined) return exactly(now() - Number(count) * length)
    if (text === 'today') return dayOf(new Date(now()))
    if (text === 'yesterday') return dayOf(midnight(new Date(now()), -1))
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
    if (day !== null) return namedDay(Number(day[1]), Number(day[2]), Number(day[3]))
    const time = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}/.test(text) ? Date.parse(value.trim()) : Number.NaN
    if (Number.isNaN(time)) throw noMoment()
    return exactly(time)
  }
}

/** Days that something has to be old: `90d`, `2w`, or a bare number of days. */
export function days(value: string): number {
  const [, count, unit = 'd'] = /^(\d{1,5})([dw]?)$/i.exec(value.trim()) ?? []
  if (count === undefined) throw new InvalidArgumentError('It must be a number of days, such as 90d.')
  return Number(count) * (unit.toLowerCase() === 'w' ? 7 : 1)
}

/** `2026-11-23 18:30`, in the zone of this machine. */
export function localTime(time: number): string {
  const date = new Date(time)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** How long something takes: `8 s`, `3 min`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function exactly(time: number): Moment {
  return { time, end: time }
}

function dayOf(date: Date): Moment {
  return { time: midnight(date, 0).getTime(), end: midnight(date, 1).getTime() }
}

function namedDay(year: number, month: number, day: number): Moment {
  const date = new Date(year, month - 1, day)
  if (date.getMonth() !== month - 1 || date.getDate() !== day) throw noMoment()
  return dayOf(date)
}

/** Days are not always 24 hours long. */
function midnight(date: Date, further: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + further)
}

function noMoment(): InvalidArgumentError {
  return new InvalidArgumentError(
    'It must be a day such as 2026-11-23, a time, "today", "yesterday", or 12h, 7d, 2w ago.'
  )
}
