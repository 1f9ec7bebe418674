import type { ChatBody } from './chat-body.ts'

/** Tokens as a provider reports them. */
export interface UsageBody {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
}

type Delta = Readonly<Record<string, unknown>>

/** Builds the payloads of one answer: all share id, model and time. */
export interface Chunks {
  readonly role: () => Record<string, unknown>
  readonly text: (content: string) => Record<string, unknown>
  readonly delta: (delta: Delta, finish?: string | null) => Record<string, unknown>
  readonly finish: (reason: string) => Record<string, unknown>
  /** The extra chunk without choices. */
  readonly usage: () => Record<string, unknown>
  /** The same answer for a client that did not ask for a stream. */
  readonly whole: (content: string | null, finish?: string) => Record<string, unknown>
}

export interface ChunkOptions {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly usage: UsageBody
  readonly body: ChatBody
  /** What one provider adds to each chunk. */
  readonly extra: Readonly<Record<string, unknown>>
}

export function createChunks({ id, time, usage, body, extra }: ChunkOptions): Chunks {
  const head = { id, created: Math.floor(time / 1000), model: body.model, ...extra }
  const withUsage = body.stream_options?.include_usage === true
  const chunk = (choices: readonly unknown[], tokens: UsageBody | null): Record<string, unknown> => ({
    ...head,
    object: 'chat.completion.chunk',
    choices,
    ...(withUsage ? { usage: tokens } : {})
  })
  const delta = (content: Delta, finish: string | null = null): Record<string, unknown> =>
    chunk([{ index: 0, delta: content, logprobs: null, finish_reason: finish }], null)
  return {
    delta,
    role: () => delta({ role: 'assistant', content: '' }),
    text: (content) => delta({ content }),
    finish: (reason) => delta({}, reason),
    usage: () => chunk([], usage),
    whole: (content, finish = 'stop') => ({
      ...head,
      object: 'chat.completion',
      choices: [
        { index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: finish }
      ],
      usage
    })
  }
}
