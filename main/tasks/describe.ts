import { parseText } from './parse/text.ts'
import type { Wording } from './prompt/language.ts'
import { answerLanguage, paragraphs, wish } from './prompt/sentences.ts'
import type { Task } from './task.ts'

const request: Wording = {
  en: `Describe this picture.
Begin with one sentence that says what it is. Then give its main parts, where they are, and what the text in it says as far as it matters.
Say only what can be seen. Do not guess names, numbers or intentions; where something cannot be made out, say so.`,
  'zh-CN': `请描述这张图片。
先用一句话说明这是什么，再说明主要组成部分、它们的位置，以及其中重要的文字内容。
只说看得见的内容，不要猜测名称、数字或意图；看不清的地方请直接说明。`
}

/** Says in words what a picture shows. */
export const describe: Task = {
  name: 'describe',
  picture: 'fit',
  localText: false,
  prompt: (options, context) =>
    paragraphs(request[context.language], wish(options, context.language), answerLanguage(options, context.language)),
  parse: parseText
}
