import type { VisionFailure } from '../failure.ts'
import { requestIdOf } from './answer-headers.ts'
import { readStart } from './bounded.ts'
import { classify } from './failures/classify.ts'
import type { CallContext } from './failures/context.ts'
import { watchBody } from './watched-body.ts'

/** Bytes of an error's body that are read; what a person can use stands at the beginning. */
const longestBody = 64 * 1024

/** Milliseconds that an error's body may take: the status says the most important thing already. */
const bodyTime = 5_000

/** Reads an answer with an error, as far as it comes, and says what it means. Never throws. */
export async function refusalOf(
  response: Response,
  signal: AbortSignal,
  context: CallContext,
  now: number
): Promise<VisionFailure> {
  const { status, headers } = response
  const body = await readRefusal(response, signal)
  return classify({ status, headers, body, requestId: requestIdOf(headers) }, context, now)
}

async function readRefusal({ body }: Response, signal: AbortSignal): Promise<string> {
  if (body === null) return ''
  const limited = AbortSignal.any([signal, AbortSignal.timeout(bodyTime)])
  try {
    const { text } = await readStart(
      watchBody(body, limited, () => undefined),
      longestBody
    )
    return text
  } catch {
    // A body that breaks off leaves the status and the headers to judge by.
    return ''
  }
}
