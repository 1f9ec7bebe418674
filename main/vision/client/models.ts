import { z } from 'zod'
import type { Endpoint } from '../endpoint.ts'
import { VisionFailure } from '../failure.ts'
import { ask } from './ask.ts'
import { readBounded } from './bounded.ts'
import { openCall } from './call.ts'
import type { ChatContext } from './context.ts'
import { endedFailure, type Progress, thrownFailure } from './failed-call.ts'
import { NotAnAnswerError } from './read-answer.ts'
import { refusalOf } from './refusal.ts'
import { loadSdk } from './sdk.ts'
import { watchBody } from './watched-body.ts'

/** A model of a list; `vision` is undefined where the list does not say. */
export interface ListedModel {
  readonly id: string
  readonly vision: boolean | undefined
}

/** Bytes of a list that are read: OpenRouter's has 400 models in half a megabyte. */
const longestList = 16_000_000
/** Models that are taken; nobody chooses from more. */
const mostModels = 10_000
/** Milliseconds that a list may take. */
const listTime = 30_000

const entry = z.object({
  id: z.string().trim().min(1).max(200),
  architecture: z
    .object({ input_modalities: z.array(z.string()) })
    .optional()
    .catch(undefined),
  /** LM Studio's own list. */
  type: z.string().optional().catch(undefined)
})

/** An endpoint's models, without repetitions, in its order. Throws `VisionFailure`, and `Failure` with `cancelled`. */
export async function listModels(
  { fetch, clock }: ChatContext,
  endpoint: Endpoint,
  signal: AbortSignal | undefined
): Promise<readonly ListedModel[]> {
  const context = { endpoint, model: '' }
  const sdk = await loadSdk()
  const call = openCall({ firstByte: listTime, idle: listTime, total: listTime }, signal)
  let response: Response | undefined
  try {
    call.signal.throwIfAborted()
    response = await ask(sdk, fetch, endpoint, '/models', { method: 'GET', accept: 'application/json' }, call)
    if (!response.ok) throw await refusalOf(response, call.signal, context, clock())
    const list = readList(await readText(response, call.signal))
    call.signal.throwIfAborted()
    return list
  } catch (thrown) {
    const progress: Progress = { response, requestId: undefined, partial: undefined, now: clock() }
    const ending = call.ending()
    if (ending !== undefined) throw endedFailure(ending, context, progress)
    throw thrown instanceof VisionFailure ? thrown : thrownFailure(thrown, context, progress)
  } finally {
    call.close()
  }
}

async function readText({ body }: Response, signal: AbortSignal): Promise<string> {
  return body === null
    ? ''
    : readBounded(
        watchBody(body, signal, () => undefined),
        longestList
      )
}

/** Takes what can be taken of a list: under `data`, under `models`, or bare. */
function readList(text: string): readonly ListedModel[] {
  if (/^\s*</.test(text)) throw new NotAnAnswerError('html')
  const models = new Map<string, ListedModel>()
  for (const item of itemsOf(JSON.parse(text))) {
    const { data } = entry.safeParse(item)
    if (data !== undefined && !models.has(data.id)) models.set(data.id, { id: data.id, vision: visionOf(data) })
    if (models.size >= mostModels) break
  }
  return [...models.values()]
}

function itemsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body
  if (typeof body !== 'object' || body === null) return []
  const lists = ['data' in body ? body.data : undefined, 'models' in body ? body.models : undefined]
  return lists.find((list) => Array.isArray(list)) ?? []
}

function visionOf({ architecture, type }: z.infer<typeof entry>): boolean | undefined {
  if (architecture !== undefined) return architecture.input_modalities.includes('image')
  return type === 'vlm' ? true : undefined
}
