import type { Chat, QuotaHeaders, Usage } from './chat.ts'

/** What a call outside of the queue has cost. */
export interface Spent {
  readonly promptTokens?: number | undefined
  readonly completionTokens?: number | undefined
  /** Calls that remain today, where the provider said so. */
  readonly remaining: { readonly account?: number | undefined; readonly model?: number | undefined }
}

/** Who is asked: the id of a preset, and a model. */
export interface Callee {
  readonly engine: string
  readonly model: string
}

/** Counts paid calls that no job makes. Neither function throws. */
export interface Meter {
  /** The provider has accepted a call, and may count it. */
  readonly called: (callee: Callee) => void
  /** It has answered; the call itself has been counted. */
  readonly answered: (callee: Callee, spent: Spent) => void
}

/** The same wire, with its calls told to a meter. */
export function metered(chat: Pick<Chat, 'send'>, meter: Meter | undefined): Pick<Chat, 'send'> {
  if (meter === undefined) return chat
  return {
    send: async (request, options = {}) => {
      const callee = { engine: request.endpoint.preset.id, model: request.model }
      const answer = await chat.send(request, {
        ...options,
        onEvent: (event) => {
          if (event.kind === 'first-byte') meter.called(callee)
          options.onEvent?.(event)
        }
      })
      meter.answered(callee, spentOn(answer.usage, answer.quota))
      return answer
    }
  }
}

function spentOn(usage: Usage | undefined, quota: QuotaHeaders): Spent {
  return {
    promptTokens: usage?.promptTokens,
    completionTokens: usage?.completionTokens,
    remaining: { account: quota.remaining, model: quota.modelRemaining }
  }
}
