import type { ChatBody, Message, Part } from '../wire/chat-body.ts'
import { partsOf } from '../wire/chat-body.ts'
import type { Finding } from './finding.ts'
import type { Subject } from './subject.ts'

/** Rule 4: a stream is asked for together with its usage, unless `;usage=no` says that the preset cannot. */
export function checkStream(body: ChatBody, { parameters }: Subject): Finding[] {
  if (body.stream !== true || parameters.get('usage') === 'no') return []
  if (body.stream_options?.include_usage === true) return []
  return [{ check: 4, message: 'stream without stream_options.include_usage', problem: 'bad-request' }]
}

const bad = (message: string): Finding => ({ check: 5, message, problem: 'bad-request' })

/** Rule 5: text and picture in one message, in the order that the provider asks for. Later turns may be text alone. */
export function checkMessages(body: ChatBody, subject: Subject): Finding[] {
  const users = body.messages.filter(({ role }) => role === 'user')
  if (users.length === 0) return [bad('no message of the user')]
  const [first, ...later] = users
  const parts = first === undefined || typeof first.content === 'string' ? [] : first.content
  const unknown = users.flatMap(partsOf).flatMap((part) => unknownProperties(part, subject))
  return [
    ...(hasText(parts) && hasPicture(parts)
      ? []
      : [bad('the first message of the user needs a text and a picture part')]),
    ...(later.every(isNotBlank) ? [] : [bad('a later message of the user is blank')]),
    ...(isInOrder(parts, subject) ? [] : [bad('the parts are in the wrong order')]),
    ...unknown.map((name) => bad(`${subject.dialect.name} knows no property ${name} of a part`)),
    ...checkDetail(parts, subject)
  ]
}

const hasText = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.type === 'text' && part.text.trim() !== '')
const hasPicture = (parts: readonly Part[]): boolean => parts.some(({ type }) => type === 'image_url')

function isNotBlank(message: Message): boolean {
  const parts = partsOf(message)
  return hasText(parts) || hasPicture(parts)
}

function isInOrder(parts: readonly Part[], { dialect, parameters }: Subject): boolean {
  const order = parameters.get('order') ?? (dialect.textFirst ? 'text-first' : 'picture-first')
  if (order === 'any' || parts.length === 0) return true
  return (parts[0]?.type === 'text') === (order === 'text-first')
}

function unknownProperties(part: Part, { dialect }: Subject): string[] {
  const known = part.type === 'text' ? ['type', 'text'] : ['type', 'image_url', ...dialect.partProperties]
  const inner =
    part.type === 'text' ? [] : Object.keys(part.image_url).filter((name) => !['url', 'detail'].includes(name))
  return [...Object.keys(part).filter((name) => !known.includes(name)), ...inner]
}

/** SiliconFlow shows the model a thumbnail unless `detail` is left out or `high`. */
function checkDetail(parts: readonly Part[], { dialect }: Subject): Finding[] {
  if (dialect.name !== 'siliconflow') return []
  const low = parts.some((part) => part.type === 'image_url' && !['high', undefined].includes(part.image_url.detail))
  return low ? [bad('detail is not high')] : []
}
