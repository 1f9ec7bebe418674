import { mergeTables } from './merge/tables.ts'
import { parseTables } from './parse/tables.ts'
import type { Wording } from './prompt/language.ts'
import { localTextNote } from './prompt/local-text.ts'
import { paragraphs, tileNote, wish } from './prompt/sentences.ts'
import type { Task } from './task.ts'

const request: Wording = {
  en: `Read every table in this picture. Answer with Markdown tables only, one after the other, each with its title as a bold line above it where the picture shows one.
Keep rows, columns and texts exactly as they stand; leave empty cells empty. Write a cell that spans several columns or rows into the first of them. Write | inside a cell as \\|. Do not add, sum up or translate anything. When there is no table, say so in one sentence instead.`,
  'zh-CN': `请读出图片中的所有表格。只用 Markdown 表格依次回答；图中有标题的，在表格上方用一行粗体写出。
行、列和文字与原图完全一致，空单元格留空。跨行或跨列的内容写在其第一个单元格。单元格内的 | 写作 \\|。不要增加、汇总或翻译任何内容。若没有表格，只用一句话说明。`
}

/** Reads tables as rows and columns. */
export const table: Task = {
  name: 'table',
  picture: 'detail',
  localText: true,
  sampling: { temperature: 0.1, maxTokens: 8192 },
  prompt: (options, context) =>
    paragraphs(request[context.language], wish(options, context.language), tileNote(context), localTextNote(context)),
  parse: parseTables,
  merge: mergeTables
}
