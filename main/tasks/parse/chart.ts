import { type Said, say } from '../../saying.ts'
import type { ChartData, TaskResult } from '../result.ts'
import type { ParseContext } from '../task.ts'
import { writeChart } from '../write/chart.ts'
import { buildChart, factsOf } from './chart-build.ts'
import { seriesOfRows } from './chart-columns.ts'
import { seriesOfJson } from './chart-json.ts'
import { cleanAnswer } from './clean.ts'
import { findHtmlTables } from './html-table.ts'
import { type FoundJson, findJson } from './json.ts'
import { findMarkdownTables, withoutHalfRow } from './markdown-table.ts'
import { boundNotices, firstNotices, repaired as repairedNotice } from './notices.ts'
import { proseOf } from './prose.ts'
import { textResult } from './text.ts'

/** An answer with a chart, as JSON or as a table; without one it becomes text. */
export function parseChart(text: string, context: ParseContext): TaskResult {
  const answer = cleanAnswer(text)
  const found =
    chartInJson(answer, context.truncated) ?? chartInTable(context.truncated ? withoutHalfRow(answer) : answer)
  if (!found) return textResult(answer, context, [say('The answer holds no numbers of a chart.', 'answer.no-chart')])
  return chartResult(found.chart, found.prose, [...firstNotices(context), ...found.notices])
}

/** A result that is a chart. */
export function chartResult(chart: ChartData, prose: string, notices: readonly Said[]): TaskResult {
  return { kind: 'chart', text: writeChart(chart, 'markdown'), notices: boundNotices(notices), chart, prose }
}

interface FoundChart {
  readonly chart: ChartData
  readonly prose: string
  readonly notices: readonly Said[]
}

function chartInJson(answer: string, truncated: boolean): FoundChart | undefined {
  for (const json of findJson(answer, truncated)) {
    const [chart, ...others] = chartsOf(json.value)
    if (!chart) continue
    const several =
      others.length > 0 ? [say('The answer holds several charts: the first was taken.', 'answer.several-charts')] : []
    return { chart, prose: proseOf(answer, [json]), notices: [...repairNotices(json), ...several] }
  }
  return undefined
}

/** A list may be rows of one chart, or several charts. */
function chartsOf(value: unknown): ChartData[] {
  const whole = buildChart(factsOf(value), seriesOfJson(value))
  if (whole || !Array.isArray(value)) return whole ? [whole] : []
  return value.slice(0, 100).flatMap((part) => buildChart(factsOf(part), seriesOfJson(part)) ?? [])
}

function repairNotices({ repaired, cut }: FoundJson): Said[] {
  return [
    ...(repaired ? [repairedNotice] : []),
    ...(cut ? [say('The data ended in the middle.', 'answer.data-ended')] : [])
  ]
}

function chartInTable(answer: string): FoundChart | undefined {
  const markdown = findMarkdownTables(answer)
  const found = markdown.tables.length > 0 ? markdown : findHtmlTables(answer)
  const [table] = found.tables
  if (!table) return undefined
  const title = table.title === undefined ? {} : { title: table.title }
  const x = table.header[0] ? { title: table.header[0].slice(0, 1000) } : {}
  const chart = buildChart({ ...title, type: 'chart', x, y: {}, units: [] }, seriesOfRows(table.header, table.rows))
  if (!chart) return undefined
  return {
    chart,
    prose: proseOf(found.rest, []),
    notices: [say('The model answered with a table instead of chart data.', 'answer.table-for-chart')]
  }
}
