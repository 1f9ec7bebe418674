import type { TaskOptions } from '../options.ts'
import type { PromptContext } from '../task.ts'
import type { Language, Wording } from './language.ts'

/** What a model is to write instead of text where there is none. `isNothing` knows it again. */
export const nothingMark = '[[nothing]]'

const inSetLanguage: Wording = { en: 'Answer in English.', 'zh-CN': '请用简体中文回答。' }
const inQuestionsLanguage: Wording = {
  en: 'Answer in the language of the question.',
  'zh-CN': '请用提问所用的语言回答。'
}

/** A set language rules; without one a question is answered in its own language. */
export function answerLanguage(options: TaskOptions, language: Language): string {
  const own = options.language === undefined && options.question !== undefined
  return (own ? inQuestionsLanguage : inSetLanguage)[language]
}

/** A wish besides the task, in the person's own words. */
export function wish({ question }: TaskOptions, language: Language): string | undefined {
  if (question === undefined) return undefined
  return { en: `Also keep to this wish: ${question}`, 'zh-CN': `另外请满足以下要求：${question}` }[language]
}

/** Tells a model which part it sees and what the whole beside it is for; numbers count from one. */
export function tileNote({ tile, language }: PromptContext): string | undefined {
  if (tile === undefined) return undefined
  const [number, count] = [tile.index + 1, tile.count]
  const { x0, y0, x1, y1 } = tile.area
  const [left, top, right, bottom] = [x0, y0, x1, y1].map((share) => Math.round(share * 100))
  return {
    en: `The first picture is part ${number} of ${count} of a larger picture: from ${left} to ${right} % of its width and from ${top} to ${bottom} % of its height. The parts overlap a little. The second picture is the whole, small: see there how the columns, tables and headings of the part go on, and take no text from it. Deal with the first picture only, and do not complete what is cut off at its edges.`,
    'zh-CN': `第一张图片是一张大图的第 ${number} 部分，共 ${count} 部分，位于大图宽度的 ${left}% 到 ${right}%、高度的 ${top}% 到 ${bottom}% 处，相邻部分略有重叠。第二张是缩小的整图，只用来了解这一部分的分栏、表格和标题如何延续，不要从中抄录文字。只处理第一张图片，不要补全边缘处被切断的内容。`
  }[language]
}

/** Tells a model how the pictures of a message belong together. */
export function partsNote({ parts = 0, language }: PromptContext): string | undefined {
  if (parts === 0) return undefined
  return {
    en: `The first picture is the whole. The ${parts} pictures behind it are its parts in full size, from left to right and from top to bottom, overlapping a little: read small text there.`,
    'zh-CN': `第一张是完整图片，后面 ${parts} 张是它的局部原尺寸图，按从左到右、从上到下的顺序排列，相邻部分略有重叠：小字请以局部图为准。`
  }[language]
}

/** Says what to write where there is no text, so that silence is no failure. */
export function nothingNote(language: Language): string {
  return {
    en: `If there is none in the picture, write only ${nothingMark}`,
    'zh-CN': `如果图中没有，只写 ${nothingMark}`
  }[language]
}

/** Paragraphs of a prompt; those that are undefined are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n')
}
