import type { TaskName } from '../../tasks/options.ts'
import { findFences } from '../../tasks/parse/fence.ts'
import type { TaskResult } from '../../tasks/result.ts'
import { writeChart } from '../../tasks/write/chart.ts'
import { type DataFormat, writeTables } from '../../tasks/write/tables.ts'
import { VisionFailure } from '../../vision/failure.ts'

/**
 * A result as it is printed: data in the format that was wished, code without its fence. Throws `vision-protocol` when a
 * format was wished and the answer has no data.
 */
export function writeResult(task: TaskName, result: TaskResult, format: DataFormat | undefined): string {
  if (format === undefined) return task === 'code' ? bareCode(result.text) : result.text
  if (result.kind === 'chart') return writeChart(result.chart, format)
  if (result.kind === 'tables') return writeTables(result.tables, format)
  throw inWords(result)
}

/** The failure of an answer in words where data is needed. */
export function inWords({ text }: TaskResult): VisionFailure {
  return new VisionFailure('vision-protocol', 'The model answered in words, not with data.', {
    advice: 'See what it says, and whether the picture shows what was asked for; --precise asks a larger model.',
    partial: text
  })
}

function bareCode(text: string): string {
  const [fence, ...others] = findFences(text)
  return fence && others.length === 0 ? fence.body : text
}

const endings: Readonly<Record<DataFormat, string>> = {
  markdown: '.md',
  csv: '.csv',
  tsv: '.tsv',
  html: '.html',
  json: '.json'
}

/** Of the files that results are written to. */
export function endingOf(task: TaskName, format: DataFormat = 'markdown'): string {
  return task === 'code' ? '.txt' : endings[format]
}
