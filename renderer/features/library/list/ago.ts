const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, up to a day; undefined for what is longer ago, where a date says more. Times are milliseconds since 1970. */
export function agoText(language: string, time: number, now: number): string | undefined {
  // Clocks of two processes, and a minute that has not been counted yet.
  const passed = Math.max(0, now - time)
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  if (passed < minute) return format.format(0, 'second')
  if (passed < hour) return format.format(-Math.floor(passed / minute), 'minute')
  return passed < day ? format.format(-Math.floor(passed / hour), 'hour') : undefined
}
