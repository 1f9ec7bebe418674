import type { Terminal } from '../terminal.ts'
import type { Destination } from './destination.ts'
import { formatHeadedText, formatJson, formatText } from './format.ts'
import { fileSink, folderSink, type Sink, streamSink } from './sink.ts'

export interface OpenOptions {
  readonly json: boolean
  readonly several: boolean
  /** Of the files in an output folder where it is not JSON, for example `.txt`. */
  readonly ending: string
}

/** Opens the place for what is found, standard output when none is named. Throws `disk`. */
export function openSink(
  terminal: Terminal,
  output: Destination | undefined,
  { json, several, ending }: OpenOptions
): Sink | Promise<Sink> {
  if (output?.folder) return folderSink(output.path, json ? formatJson : formatText, json ? '.json' : ending)
  const format = json ? formatJson : several ? formatHeadedText : formatText
  return output === undefined ? streamSink(terminal, format) : fileSink(output.path, format)
}
