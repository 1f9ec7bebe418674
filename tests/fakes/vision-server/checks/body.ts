import { isUtf8 } from 'node:buffer'
import { requestSchema } from '../schema/request.ts'
import { numberIn } from '../wire/address.ts'
import type { ChatBody } from '../wire/chat-body.ts'
import type { Finding } from './finding.ts'
import type { Subject } from './subject.ts'

type Parsed = { readonly body: ChatBody } | { readonly findings: readonly Finding[] }

const bad = (message: string): Finding => ({ check: 3, message, problem: 'bad-request' })

/** Rule 3, first half: JSON of the right type and length that fits the schema excerpt. */
export function parseChatBody(subject: Subject): Parsed {
  const framing = checkFraming(subject)
  if (framing.length > 0) return { findings: framing }
  let body: unknown
  try {
    body = JSON.parse(subject.body.toString('utf8'))
  } catch {
    return { findings: [bad('the body is not JSON')] }
  }
  const complaints = subject.validators.request(body)
  if (subject.validators.isRequest(body)) return { body }
  return { findings: complaints.map(bad) }
}

function checkFraming({ headers, body, parameters }: Subject): Finding[] {
  if (body.length > numberIn(parameters, 'max', Number.POSITIVE_INFINITY)) {
    return [{ check: 3, message: `a body of ${body.length} bytes`, problem: 'body-bytes' }]
  }
  const type = headers['content-type'] ?? ''
  const length = headers['content-length']
  return [
    ...(/^application\/json(; ?charset=utf-8)?$/i.test(type) ? [] : [bad(`content-type is "${type}"`)]),
    ...(length === `${body.length}` ? [] : [bad(`content-length is ${length ?? 'missing'}, not ${body.length}`)]),
    ...(isUtf8(body) ? [] : [bad('the body is not UTF-8')])
  ]
}

/** Rule 3, second half: properties that the provider knows, and values that we mean to send. */
export function checkValues(body: ChatBody, { dialect }: Subject): Finding[] {
  const known = new Set([...Object.keys(requestSchema.properties), ...dialect.bodyProperties])
  const unknown = Object.keys(body).filter((name) => !known.has(name))
  const tokens = [body.max_tokens, body.max_completion_tokens].filter((limit) => typeof limit === 'number')
  return [
    ...unknown.map((name) => bad(`${dialect.name} knows no property ${name}`)),
    ...within('temperature', body.temperature, 0.1, 1),
    ...within('top_p', body.top_p, Number.MIN_VALUE, 1),
    ...(tokens.length === 1 ? [] : [bad('the limit of tokens is to be given once')]),
    ...tokens.flatMap((limit) => within('max_tokens', limit, 1, 32_768)),
    ...(body.n === undefined ? [] : [bad('n is to be left out')])
  ]
}

function within(name: string, value: number | null | undefined, least: number, most: number): Finding[] {
  if (value === null || value === undefined || (value >= least && value <= most)) return []
  return [bad(`${name} is ${value}`)]
}
