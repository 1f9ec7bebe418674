import { type Said, say } from '../../saying.ts'
import { promptLanguage, type Wording } from '../prompt/language.ts'
import { nothingMark } from '../prompt/sentences.ts'
import type { TaskResult } from '../result.ts'
import type { ParseContext } from '../task.ts'
import { cleanAnswer } from './clean.ts'
import { findFences, withoutOuterFence } from './fence.ts'
import { cutLoop } from './loop.ts'
import { boundNotices, firstNotices } from './notices.ts'

const nothing: Wording = { en: '(nothing found)', 'zh-CN': '（未找到内容）' }
const documentFences = ['', 'markdown', 'md', 'text', 'txt', 'plaintext']

/** An answer in words. */
export function parseText(text: string, context: ParseContext): TaskResult {
  return textResult(cleanAnswer(text), context)
}

/** Markdown, also where the model set a fence around all of it. */
export function parseDocument(text: string, context: ParseContext): TaskResult {
  return textResult(withoutOuterFence(cleanAnswer(text), documentFences), context)
}

/** Code in exactly one fenced block; what stands around it is left out. */
export function parseCode(text: string, context: ParseContext): TaskResult {
  const answer = cleanAnswer(text)
  const fences = findFences(answer).filter(({ body }) => body.trim() !== '')
  const [first, ...others] = fences
  if (!first)
    return isMark(answer) || answer === '' ? textResult(answer, context) : textResult(fenced('', answer), context)
  const body = [first, ...others].map((fence) => fence.body).join('\n\n')
  const notices =
    others.length > 0 ? [say('The model gave several blocks of code: they were joined.', 'answer.code-joined')] : []
  return textResult(fenced(first.language, body), context, notices)
}

/** A result in words; the mark for nothing, and a blank answer, become a sentence that a person understands. */
export function textResult(text: string, context: ParseContext, notices: readonly Said[] = []): TaskResult {
  const told = [...firstNotices(context), ...notices]
  const language = promptLanguage(context.options, 'en')
  if (isMark(text)) return { kind: 'text', text: nothing[language], notices: boundNotices(told) }
  if (text.trim() === '') return { kind: 'text', text: nothing[language], notices: boundNotices([...told, blank]) }
  const { kept, repeated } = cutLoop(text)
  if (repeated > 0) {
    const message = `The model repeated itself; ${repeated} repeated lines at the end were left out.`
    told.push(say(message, 'answer.repeated-lines', { count: repeated }))
  }
  return { kind: 'text', text: kept, notices: boundNotices(told) }
}

const blank = say('The answer held nothing but thinking.', 'answer.only-thinking')

/** Whether a text says no more than that there is nothing. */
export function isNothing(text: string): boolean {
  return Object.values(nothing).includes(text)
}

/** Models take off or double brackets, and add a full stop. */
function isMark(text: string): boolean {
  return text.length <= 2 * nothingMark.length && /^[`*\s[\]]*\[nothing\][`*\s[\].。]*$/iu.test(text)
}

function fenced(language: string, body: string): string {
  const longest = (body.match(/`{3,}/gu) ?? []).reduce((most, marks) => Math.max(most, marks.length), 2)
  const marks = '`'.repeat(longest + 1)
  return `${marks}${language}\n${body.replace(/^\n+/u, '').trimEnd()}\n${marks}`
}
