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

type Fields = Readonly<Record<string, unknown>>

/** Deepest nesting that is looked into: `[{errors: [{error: {…}}]}]`. */
const deepest = 6

/**
 * Finds the error in a parsed body: under `error` (OpenAI and most), `errors` (ModelScope), `detail` (FastAPI), flat at
 * the top (SiliconFlow, DashScope, older vLLM), in a list (Gemini), or as a string. Undefined when there is none.
 */
export function findError(body: unknown): ErrorFacts | undefined {
  const found = unwrap(body, deepest)
  if (found === undefined) return undefined
  const raw = isFields(found['metadata']) ? word(found['metadata']['raw']) : ''
  const status = Number(word(found['status'] ?? found['status_code'] ?? found['code']))
  return {
    // OpenRouter keeps the words of the provider behind it apart.
    message: [messageOf(found), raw].filter((part) => part !== '').join(': '),
    code: word(found['code']),
    type: word(found['type'] ?? found['object']),
    requestId: idOf(found) ?? idOf(body),
    status: status >= 400 && status < 600 ? status : undefined
  }
}

/**
 * Whether a piece of an answer that began well tells of an error. Stricter than `findError`: words without a code may be
 * a note of a gateway.
 */
export function tellsError(piece: unknown): boolean {
  if (!isFields(piece)) return false
  if (unwrap(piece['error'], deepest) !== undefined || unwrap(piece['errors'], deepest) !== undefined) return true
  const coded = 'code' in piece || piece['object'] === 'error'
  return coded && !('choices' in piece) && messageOf(piece) !== ''
}

/** The innermost object that says what went wrong. */
function unwrap(value: unknown, depth: number): Fields | undefined {
  if (depth === 0) return undefined
  if (typeof value === 'string') return value === '' ? undefined : { message: value }
  if (Array.isArray(value)) return unwrap(value[0], depth - 1)
  if (!isFields(value)) return undefined
  for (const name of ['error', 'errors', 'detail']) {
    const inner = unwrap(value[name], depth - 1)
    // A string leaves its neighbours to say more, for example a code.
    if (inner !== undefined) return typeof value[name] === 'string' ? { ...value, ...inner } : inner
  }
  const says = messageOf(value) !== '' || word(value['code']) !== '' || word(value['type']) !== ''
  return says && !('choices' in value) ? value : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function messageOf(found: Fields): string {
  return word(found['message'] ?? found['msg'] ?? found['error_msg'])
}

function idOf(body: unknown): string | undefined {
  const id = isFields(body) ? word(body['request_id'] ?? body['requestId']) : ''
  return id === '' ? undefined : id.slice(0, 200)
}
