import { parseBoxes } from './parse/boxes.ts'
import { boxFormat } from './prompt/box-format.ts'
import type { Language, Wording } from './prompt/language.ts'
import { paragraphs, wish } from './prompt/sentences.ts'
import type { Task } from './task.ts'

const rules: Wording = {
  en: 'List each instance once, with a box as tight as possible, and none that you do not see. When there is none, answer [].',
  'zh-CN': '每个实例只列一次，框要尽量贴合；看不到的不要列。如果一个也没有，回答 []。'
}

/** Locates things with boxes. */
export const detect: Task = {
  name: 'detect',
  picture: 'fit',
  localText: false,
  // About 30 tokens for a box: room for 130 of them.
  sampling: { temperature: 0.1, maxTokens: 4096 },
  prompt: (options, context) =>
    paragraphs(
      request(options.categories ?? [], context.language),
      boxFormat(context),
      rules[context.language],
      wish(options, context.language)
    ),
  parse: parseBoxes
}

function request(categories: readonly string[], language: Language): string {
  if (categories.length === 0) {
    return {
      en: 'Locate the objects that stand out in this picture, each with a short name as its label.',
      'zh-CN': '请定位图片中所有显著的物体，用简短的名称作为标签。'
    }[language]
  }
  const listed = [...new Set(categories)].map((category) => JSON.stringify(category)).join(', ')
  return {
    en: `Locate every instance of these categories in this picture: ${listed}. Use the categories, spelt as here, as labels.`,
    'zh-CN': `请定位图片中属于以下类别的所有实例：${listed}。标签必须使用这些类别的原文。`
  }[language]
}
