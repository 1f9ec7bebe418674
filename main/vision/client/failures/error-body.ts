import { z } from 'zod'

/** What a provider says of an error, whatever the shape it says it in. */
export interface ErrorFacts {
  /** As it came: neither short nor clean. Empty when nothing was said in words. */
  readonly message: string
  readonly code: string
  readonly type: string
  readonly requestId: string | undefined
  /** HTTP status that it names in the body, for errors under 200. */
  readonly status: number | undefined
}

const word = z.union([z.string(), z.number()]).transform(String).catch('')
const record = z.record(z.string(), z.unknown())

/** Deepest nesting that is looked into: `[{errors: [{error: {…}}]}]`. */
const deepest = 6

/**
 * Finds the error in a parsed body: under `error` (OpenAI and most), `errors` (ModelScope), `detail` (FastAPI), flat at
 * the top (SiliconFlow, DashScope, older vLLM), in a list (Gemini), or as a string. Undefined when there is none.
 */
export function findError(body: unknown): ErrorFacts | undefined {
  const found = unwrap(body, deepest)
  if (found === undefined) return undefined
  if (typeof found === 'string') return { message: found, code: '', type: '', requestId: idOf(body), status: undefined }
  const code = word.parse(found['code'])
  const raw = record.safeParse(found['metadata']).data?.['raw']
  const status = Number(word.parse(found['status'] ?? found['status_code'] ?? found['code']))
  return {
    // OpenRouter keeps the words of the provider behind it apart.
    message: [messageOf(found), word.parse(raw)].filter((part) => part !== '').join(': '),
    code,
    type: word.parse(found['type'] ?? found['object']),
    requestId: idOf(found) ?? idOf(body),
    status: status >= 400 && status < 600 ? status : undefined
  }
}

/**
 * Whether a piece of an answer that began well tells of an error. Stricter than `findError`: words without a code may be
 * a note of a gateway.
 */
export function tellsError(piece: unknown): boolean {
  const { data } = record.safeParse(piece)
  if (data === undefined) return false
  if (unwrap(data['error'], deepest) !== undefined || unwrap(data['errors'], deepest) !== undefined) return true
  const coded = 'code' in data || data['object'] === 'error'
  return coded && !('choices' in data) && messageOf(data) !== ''
}

/** The innermost object or string that says something went wrong. */
function unwrap(value: unknown, depth: number): Record<string, unknown> | string | undefined {
  if (depth === 0) return undefined
  if (typeof value === 'string') return value === '' ? undefined : value
  if (Array.isArray(value)) return unwrap(value[0], depth - 1)
  const parsed = record.safeParse(value)
  if (!parsed.success) return undefined
  for (const name of ['error', 'errors', 'detail']) {
    const inner = unwrap(parsed.data[name], depth - 1)
    if (typeof inner === 'string') return { ...parsed.data, message: inner }
    if (inner !== undefined) return inner
  }
  const says = messageOf(parsed.data) !== ''
  return says && !('choices' in parsed.data) ? parsed.data : undefined
}

function messageOf(found: Readonly<Record<string, unknown>>): string {
  return word.parse(found['message'] ?? found['msg'] ?? found['error_msg'])
}

function idOf(body: unknown): string | undefined {
  const parsed = record.safeParse(body)
  const id = word.parse(parsed.data?.['request_id'] ?? parsed.data?.['requestId'])
  return id === '' ? undefined : id.slice(0, 200)
}
