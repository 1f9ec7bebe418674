import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Numbers, sizes and times in the chosen language. Times are milliseconds since 1970, durations milliseconds. */
export interface Formats {
  readonly number: (value: number) => string
  /** 0 to 1. */
  readonly percent: (part: number) => string
  readonly bytes: (value: number) => string
  readonly duration: (milliseconds: number) => string
  readonly date: (time: number) => string
  readonly time: (time: number) => string
  /** The time for today, the day and month for this year, the whole date else. */
  readonly when: (time: number, now?: number) => string
  readonly dateAndTime: (time: number) => string
  readonly list: (parts: readonly string[]) => string
}

export function useFormats(): Formats {
  const { i18n } = useTranslation()
  return useMemo(() => formatsOf(i18n.language), [i18n.language])
}

/** The formats of a language; `timeZone` is the system's by default. */
export function formatsOf(language: string, timeZone?: string): Formats {
  const zone = timeZone === undefined ? {} : { timeZone }
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { ...zone, ...options })
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const time = date({ timeStyle: 'short' })
  const day = date({ day: 'numeric', month: 'short' })
  const whole = date({ dateStyle: 'medium' })
  const both = date({ dateStyle: 'medium', timeStyle: 'short' })
  return {
    number: (value) => number.format(value),
    percent: (part) => percent.format(part),
    bytes: (value) => bytesText(language, value),
    duration: (milliseconds) => durationText(language, milliseconds),
    date: (at) => whole.format(at),
    time: (at) => time.format(at),
    when: (at, now = Date.now()) => {
      if (whole.format(at) === whole.format(now)) return time.format(at)
      return new Date(at).getFullYear() === new Date(now).getFullYear() ? day.format(at) : whole.format(at)
    },
    dateAndTime: (at) => both.format(at),
    list: (parts) => list.format(parts)
  }
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** By thousands, as disks and providers count. */
function bytesText(language: string, value: number): string {
  const step = value < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(value) / 3))
  return unit(language, sizes[step] ?? 'byte', value / 1000 ** step, step === 0 ? 0 : 1)
}

function durationText(language: string, milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 1) return unit(language, 'millisecond', Math.round(milliseconds), 0)
  if (seconds < 60) return unit(language, 'second', seconds, seconds < 10 ? 1 : 0)
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return unit(language, 'minute', minutes, 0)
  const parts = [unit(language, 'hour', Math.floor(minutes / 60), 0), unit(language, 'minute', minutes % 60, 0)]
  return minutes % 60 === 0 ? (parts[0] ?? '') : parts.join(' ')
}

function unit(language: string, name: string, value: number, fraction: number): string {
  const options = { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: fraction } as const
  return new Intl.NumberFormat(language, options).format(value)
}
