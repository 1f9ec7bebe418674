import { assertNever } from '../failure.ts'
import { ask } from './ask.ts'
import { chart } from './chart.ts'
import { detect } from './detect.ts'
import { needed } from './needed.ts'
import type { CustomTask, TaskOptions } from './options.ts'
import { boxFormat } from './prompt/box-format.ts'
import { chartFormat } from './prompt/chart-format.ts'
import { answerLanguage, paragraphs, partsNote, tileNote, wish } from './prompt/sentences.ts'
import { table } from './table.ts'
import type { PromptContext, Task } from './task.ts'

const kinds: Readonly<Record<CustomTask['result'], Task>> = { text: ask, boxes: detect, chart, tables: table }

/** A task in the person's own words: they replace ours, the form of the answer and its reading stay. */
export function customTask(options: TaskOptions): Task {
  const { prompt, result } = needed(options.custom, 'definition of the custom task')
  const kind = kinds[result]
  return {
    ...kind,
    name: 'custom',
    localText: false,
    prompt: (given, context) =>
      paragraphs(
        prompt,
        answerForm(result, given, context),
        wish(given, context.language),
        tileNote(context),
        partsNote(context)
      )
  }
}

function answerForm(result: CustomTask['result'], options: TaskOptions, context: PromptContext): string {
  switch (result) {
    case 'boxes':
      return boxFormat(context)
    case 'chart':
      return chartFormat[context.language]
    case 'tables':
      return { en: 'Answer with Markdown tables only.', 'zh-CN': '只用 Markdown 表格回答。' }[context.language]
    case 'text':
      return answerLanguage(options, context.language)
    default:
      return assertNever(result, 'No such kind of result')
  }
}
