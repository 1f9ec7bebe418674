import { openPendingFile, writeInto } from '../../library/transfer/pending-file.ts'
import type { Input } from '../input/inputs.ts'
import type { Terminal } from '../terminal.ts'
import type { Format } from './format.ts'
import type { FailureRecord, TextRecord } from './record.ts'

/** Where the texts go. */
export interface Sink {
  put(input: Pick<Input, 'outputName'>, record: TextRecord | FailureRecord): Promise<void>
  /** All pictures were tried. */
  finish(): Promise<void>
  /** The command was stopped, or failed: nothing half-written stays. Does nothing after `finish`. */
  discard(): Promise<void>
}

/** Each text goes to standard output as soon as it is there. */
export function streamSink(terminal: Terminal, format: Format): Sink {
  return {
    put: inTurn(format, (text) => terminal.print(text)),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve()
  }
}

/** All texts go into one file, which appears when the last one is there. */
export async function fileSink(path: string, format: Format): Promise<Sink> {
  const file = await openPendingFile(path)
  return {
    put: inTurn(format, (text) => file.write(text)),
    finish: () => file.commit(),
    discard: () => file.discard()
  }
}

/** Writes one text after the other. A picture that gives none does not count as the first. */
function inTurn(format: Format, write: (text: string) => Promise<void>): Sink['put'] {
  let first = true
  return async (_input, record) => {
    const text = format(record, first)
    if (text === '') return
    first = false
    await write(text)
  }
}

/** Each picture's text goes into a file of its own: `receipt.png` into `receipt.png.txt`. None for one that failed. */
export function folderSink(folder: string, format: Format, ending: string): Sink {
  return {
    async put({ outputName }, record) {
      if ('error' in record) return
      await writeInto(folder, `${outputName}${ending}`, format(record, true))
    },
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve()
  }
}
