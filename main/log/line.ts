/** One line of the log. Holds no picture contents, no recognised text and no secrets. */
export interface LogLine {
  readonly level: 'info' | 'warning' | 'error'
  readonly message: string
  readonly detail?: string
}

export type Log = (line: LogLine) => void
