import type { TaskName, TaskOptions } from '../../tasks/options.ts'
import type { Language, Wording } from '../../tasks/prompt/language.ts'

/**
 * What the person asked first, in words: a further question stands behind it. The prompt of a task would be longer, and asks
 * for a form of answer that further questions shall not have.
 */
export function firstQuestion({ task, question, custom }: TaskOptions, language: Language): string {
  return question ?? custom?.prompt ?? wordings[task][language]
}

const wordings: Readonly<Record<TaskName, Wording>> = {
  describe: { en: 'Describe this picture.', 'zh-CN': '请描述这张图片。' },
  ocr: { en: 'Write down the text in this picture.', 'zh-CN': '请写出这张图片中的文字。' },
  ask: { en: 'What does this picture show?', 'zh-CN': '这张图片里有什么？' },
  detect: { en: 'Which things are in this picture, and where?', 'zh-CN': '这张图片里有哪些物体，分别在哪里？' },
  chart: { en: 'Which numbers does this chart show?', 'zh-CN': '这张图表中有哪些数据？' },
  table: { en: 'Write down the tables in this picture.', 'zh-CN': '请写出这张图片中的表格。' },
  translate: { en: 'Translate the text in this picture.', 'zh-CN': '请翻译这张图片中的文字。' },
  code: { en: 'Write down the code in this picture.', 'zh-CN': '请写出这张图片中的代码。' },
  custom: { en: 'What does this picture show?', 'zh-CN': '这张图片里有什么？' }
}
