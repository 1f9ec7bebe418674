import { stripVTControlCharacters, styleText } from 'node:util'
import { Failure } from '../failure.ts'

type Style = 'red' | 'yellow' | 'green' | 'dim' | 'bold'

/** A piece of text, and how it looks on a screen. */
export interface Span {
  readonly text: string
  readonly style?: Style
}

/** The two streams of a command: results on standard output, everything that is said to a person on standard error. */
export interface Terminal {
  /**
   * Writes to standard output; resolves when the system has taken it. Rejects with EPIPE when nobody reads it any more,
   * else with a `Failure` with code `disk`. A screen gets no characters that could move its cursor: texts come from
   * strangers' pictures and models.
   */
  print(text: string): Promise<void>
  /** The same for a text in pieces; its styles show where standard output is a screen and NO_COLOR is not set. */
  printSpans(spans: readonly Span[]): Promise<void>
  /** Whether standard output is a screen. */
  readonly screen: boolean
  /** Puts one line on standard error. */
  say(text: string): void
  /** Shows one line in place on a screen; does nothing where standard error is a file or a pipe. */
  showProgress(text: string): void
  /** Takes the progress line away. */
  clearProgress(): void
  /** Colours `text` when standard error is a screen and NO_COLOR is not set. */
  paint(style: Style, text: string): string
}

const returnAndClear = '\r\u001B[2K'

export function createTerminal(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Terminal {
  let progressShown = false
  let lost: Error | undefined

  // Without a listener Node would end with a stack. After the first error, writing fails for a reason that says nothing.
  stdout.on('error', (error) => {
    lost ??= error
  })
  stderr.on('error', () => undefined)

  function clearProgress(): void {
    if (progressShown) stderr.write(returnAndClear)
    progressShown = false
  }

  const write = (text: string): Promise<void> => {
    if (stdout.isTTY) clearProgress()
    return new Promise((resolve, reject) => {
      stdout.write(text, (error) => (error ? reject(writeFailure(lost ?? error)) : resolve()))
    })
  }
  const fitForScreen = (text: string): string => (stdout.isTTY ? printableText(text) : text)

  return {
    screen: stdout.isTTY,
    print: (text) => write(fitForScreen(text)),
    printSpans: (spans) =>
      write(
        spans
          .map(({ text, style }) => {
            const harmless = fitForScreen(text)
            return style === undefined ? harmless : styleText(style, harmless, { stream: stdout })
          })
          .join('')
      ),
    say(text) {
      clearProgress()
      stderr.write(`${text}\n`)
    },
    showProgress(text) {
      if (!stderr.isTTY) return
      stderr.write(`${returnAndClear}${fit(text, (stderr.columns || 80) - 1)}`)
      progressShown = true
    },
    clearProgress,
    paint: (style, text) => styleText(style, text, { stream: stderr })
  }
}

/** As much of a text as fits into `columns`; Chinese and Japanese characters and pictograms take two. */
function fit(text: string, columns: number): string {
  let used = 0
  let fitting = ''
  for (const character of text) {
    used += /[\u2E80-\u{10FFFF}]/u.test(character) ? 2 : 1
    if (used > columns) break
    fitting += character
  }
  return fitting
}

function writeFailure(error: Error): Error {
  if ('code' in error && error.code === 'EPIPE') return error
  return new Failure('disk', 'The result could not be written to standard output.', {
    advice: 'See whether the disk is full.',
    cause: error
  })
}

/** A name from outside without anything that could move the cursor or colour the screen. */
export function printable(name: string): string {
  return stripVTControlCharacters(name).replaceAll(/\p{Cc}/gu, '\u{FFFD}')
}

/** The same for a text of several lines: line ends and tabs stay. */
export function printableText(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll('\r', '')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '\u{FFFD}')
}
