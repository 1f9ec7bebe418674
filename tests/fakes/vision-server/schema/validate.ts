import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { ChatBody } from '../wire/chat-body.ts'
import { chunkSchema } from './chunk.ts'
import { requestSchema } from './request.ts'

export interface Validators {
  /** What is wrong with a request, at most a few sentences; empty when nothing is. */
  readonly request: (body: unknown) => readonly string[]
  readonly chunk: (payload: unknown) => readonly string[]
  /** For code behind `request`: the same test as a type. */
  readonly isRequest: (body: unknown) => body is ChatBody
}

/** Compiles the excerpts: once for each server. */
export function createValidators(): Validators {
  const ajv = new Ajv2020({ strict: false, validateFormats: true })
  // A data URI of megabytes is an address by its scheme; more of it is checked elsewhere.
  ajv.addFormat('uri', /^[a-z][a-z0-9+.-]*:/i)
  const request = ajv.compile(requestSchema)
  const chunk = ajv.compile(chunkSchema)
  return {
    request: (body) => (request(body) ? [] : sentences(request.errors)),
    chunk: (payload) => (chunk(payload) ? [] : sentences(chunk.errors)),
    isRequest: (body): body is ChatBody => request(body)
  }
}

function sentences(errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath || 'body'} ${message ?? ''}`)
}
