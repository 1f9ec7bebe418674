import { chatBody } from './request.ts'
import type { VisionServer } from './server.ts'

export interface PostOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  readonly key?: string
}

/** A chat request that passes all checks, or another body, by plain fetch. Redirections are not followed. */
export function post(server: VisionServer, base: string, options: PostOptions = {}): Promise<Response> {
  const { body = chatBody(), headers = {}, key = server.key, signal } = options
  return fetch(`${base}/chat/completions`, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal === undefined ? {} : { signal })
  })
}

/** The status of an answer, and the numbers of the rules that turned red until then. */
export async function judge(
  server: VisionServer,
  answer: Promise<{ readonly status: number }>
): Promise<[number, number[]]> {
  const { status } = await answer
  return [status, [...new Set(server.red().map(({ check }) => check))]]
}
