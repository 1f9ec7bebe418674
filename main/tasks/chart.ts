import { parseChart } from './parse/chart.ts'
import { chartFormat } from './prompt/chart-format.ts'
import type { Wording } from './prompt/language.ts'
import { localTextNote } from './prompt/local-text.ts'
import { paragraphs, partsNote, wish } from './prompt/sentences.ts'
import type { Task } from './task.ts'

const request: Wording = {
  en: 'Read the chart in this picture as data. When there are several, take the largest. When there is none, say so in one sentence instead.',
  'zh-CN': '请把图片中的图表读成数据。若有多个图表，取最大的一个；若没有图表，只用一句话说明。'
}

/** Turns a chart into numbers. */
export const chart: Task = {
  name: 'chart',
  picture: 'detail',
  localText: true,
  sampling: { temperature: 0.1, maxTokens: 4096 },
  prompt: (options, context) =>
    paragraphs(
      request[context.language],
      chartFormat[context.language],
      wish(options, context.language),
      partsNote(context),
      localTextNote(context)
    ),
  parse: parseChart
}
