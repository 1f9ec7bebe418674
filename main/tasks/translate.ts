import { mergeTexts } from './merge/texts.ts'
import { parseDocument } from './parse/text.ts'
import type { Language, Wording } from './prompt/language.ts'
import { nothingNote, paragraphs, tileNote, wish } from './prompt/sentences.ts'
import type { Task } from './task.ts'

const rules: Wording = {
  en: `Write Markdown that keeps the layout and the reading order: headings, lists, tables as Markdown tables. Leave code, formulas, addresses, file names and numbers as they are.
Write the translation only: no original text beside it, no comment, no fence around the whole. Write [?] for what cannot be read.`,
  'zh-CN': `用 Markdown 保留版式和阅读顺序：标题、列表、表格（Markdown 表格）。代码、公式、网址、文件名和数字保持原样。
只输出译文：不附原文，不加评论，不要用代码块包住全文。无法辨认处写 [?]。`
}

/** Translates the text of a picture and keeps its layout. */
export const translate: Task = {
  name: 'translate',
  picture: 'detail',
  localText: false,
  sampling: { temperature: 0.3, maxTokens: 8192 },
  prompt: (options, context) =>
    paragraphs(
      request(options.target, context.language),
      rules[context.language],
      nothingNote(context.language),
      wish(options, context.language),
      tileNote(context)
    ),
  parse: parseDocument,
  merge: mergeTexts
}

/** Without a target it goes from any language to the prompt's, and from that one to the other. */
function request(target: string | undefined, language: Language): string {
  if (target === undefined) {
    return {
      en: 'Translate all text in this picture into English; text that is English already, into Simplified Chinese.',
      'zh-CN': '请把图片中的全部文字译成简体中文；原文已是中文的，译成英文。'
    }[language]
  }
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(target) ?? target
  return {
    en: `Translate all text in this picture into ${name}. Text that is in that language already stays as it is.`,
    'zh-CN': `请把图片中的全部文字译成${name}。已经是该语言的文字保持不变。`
  }[language]
}
