import type { ChatBody } from '../wire/chat-body.ts'
import { checkValues, parseChatBody } from './body.ts'
import type { Finding } from './finding.ts'
import { checkHeaders } from './headers.ts'
import { checkMessages, checkStream } from './messages.ts'
import { checkPictures, type Picture } from './pictures.ts'
import type { Subject } from './subject.ts'

export interface ChatReport {
  /** Missing when it was not even a request. */
  readonly body: ChatBody | undefined
  readonly pictures: readonly Picture[]
  readonly findings: readonly Finding[]
  readonly warnings: readonly string[]
}

/** Rules 2 to 7 over one chat request. */
export function checkChat(subject: Subject): ChatReport {
  const headers = checkHeaders(subject)
  const parsed = parseChatBody(subject)
  if ('findings' in parsed) {
    return { body: undefined, pictures: [], findings: [...headers, ...parsed.findings], warnings: [] }
  }
  const { body } = parsed
  const { pictures, findings, warnings } = checkPictures(body, subject)
  const rules = [checkValues, checkStream, checkMessages].flatMap((check) => check(body, subject))
  return { body, pictures, findings: [...headers, ...rules, ...findings], warnings }
}
