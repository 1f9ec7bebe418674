import { mergeTexts } from './merge/texts.ts'
import { parseDocument } from './parse/text.ts'
import type { Wording } from './prompt/language.ts'
import { transcription } from './prompt/transcription.ts'
import type { Task } from './task.ts'

const request: Wording = {
  en: `Read all text in this picture, in reading order, exactly as it stands there: same language, spelling, numbers and line breaks between blocks.
Write Markdown that keeps the layout: headings, lists, tables as Markdown tables, code in fenced blocks, formulas as LaTeX between $ signs.
Write the text only: no description of the picture, no comment, no translation, no fence around the whole. Do not correct or complete anything; write [?] for what cannot be read. Write each line once.`,
  'zh-CN': `请按阅读顺序读出图片中的全部文字，与原文完全一致：语言、拼写、数字和分段都不变。
用 Markdown 保留版式：标题、列表、表格（Markdown 表格）、代码（代码块）、公式（放在 $ 之间的 LaTeX）。
只输出文字本身：不要描述图片，不要评论，不要翻译，不要用代码块包住全文。不要纠正或补全；无法辨认处写 [?]。每行只写一次。`
}

/** Reads text with its layout, as Markdown. */
export const ocr: Task = {
  name: 'ocr',
  picture: 'detail',
  localText: false,
  // A dense screen has 3,000 to 5,000 tokens of text; a low temperature keeps to what is written.
  sampling: { temperature: 0.1, maxTokens: 8192 },
  prompt: transcription(request),
  parse: parseDocument,
  merge: mergeTexts
}
