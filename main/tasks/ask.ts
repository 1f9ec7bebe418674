import { needed } from './needed.ts'
import { parseText } from './parse/text.ts'
import type { Wording } from './prompt/language.ts'
import { localTextNote } from './prompt/local-text.ts'
import { answerLanguage, paragraphs, partsNote } from './prompt/sentences.ts'
import type { Task } from './task.ts'

const request: Wording = {
  en: 'Answer a question about this picture. Keep to what the picture shows; when it does not hold the answer, say so instead of guessing. Quote text and numbers exactly.',
  'zh-CN': '请回答关于这张图片的问题。以图片内容为准；图中没有答案时请直接说明，不要猜测。引用文字和数字时必须准确。'
}

/** Answers a question. */
export const ask: Task = {
  name: 'ask',
  picture: 'detail',
  localText: true,
  prompt: (options, context) => {
    const { language } = context
    const question = needed(options.question, 'question')
    return paragraphs(
      request[language],
      partsNote(context),
      localTextNote(context),
      answerLanguage(options, language),
      { en: `Question: ${question}`, 'zh-CN': `问题：${question}` }[language]
    )
  },
  parse: parseText
}
