import { mergeCode } from './merge/texts.ts'
import { parseCode } from './parse/text.ts'
import type { Wording } from './prompt/language.ts'
import { transcription } from './prompt/transcription.ts'
import type { Task } from './task.ts'

const request: Wording = {
  en: `Copy the code, command or program output in this picture exactly: every character, indentation and empty line, without line numbers, prompts of the editor and other parts of the window.
Answer with one fenced code block that names the language, and nothing else. Do not correct, complete, format or explain anything.`,
  'zh-CN': `请逐字抄录图片中的代码、命令或程序输出：每个字符、缩进和空行都要一致，不要行号、编辑器提示和窗口的其他部分。
只回答一个标明语言的代码块，不要其他内容。不要纠正、补全、格式化或解释。`
}

/** Copies code out of a picture. */
export const code: Task = {
  name: 'code',
  picture: 'detail',
  localText: false,
  sampling: { temperature: 0.1, maxTokens: 8192 },
  prompt: transcription(request),
  parse: parseCode,
  merge: mergeCode
}
