import { hashKey } from '../wire/address.ts'
import type { Finding } from './finding.ts'
import type { Subject } from './subject.ts'

const strangers = ['cookie', 'openai-organization', 'openai-project', 'x-leak']

/** Rule 2: the key once and right, and no header that belongs to somebody else. */
export function checkHeaders(subject: Subject): Finding[] {
  const unwanted = strangers.filter((name) => name in subject.headers)
  return [
    ...checkKey(subject),
    ...unwanted.map((name): Finding => ({ check: 2, message: `header ${name} was sent`, problem: 'bad-request' }))
  ]
}

/** The hash of the key in a request, whatever is wrong with its header otherwise. */
export function keyHashOf(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : hashKey(authorization.replace(/^Bearer /, ''))
}

function refuse(message: string): Finding[] {
  return [{ check: 2, message, problem: 'auth' }]
}

function checkKey({ headers, rawHeaders, dialect, keyHash }: Subject): Finding[] {
  const count = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization').length
  if (count > 1) return refuse(`${count} Authorization headers`)
  const { authorization } = headers
  if (authorization === undefined) return dialect.keyOptional ? [] : refuse('no Authorization header')
  if (!/^Bearer [!-~]+$/.test(authorization)) return refuse('Authorization is not "Bearer", one space and a key')
  if (dialect.keyOptional || keyHash === 'any') return []
  return keyHashOf(authorization) === keyHash ? [] : refuse('another key than the expected one')
}
