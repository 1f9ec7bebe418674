/** A part of a message, as the schema excerpt has accepted it. */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image_url'; readonly image_url: { readonly url: string; readonly detail?: string } }

export interface Message {
  readonly role: string
  readonly content: string | readonly Part[]
}

/** What the server uses of a request's body. */
export interface ChatBody {
  readonly model: string
  readonly messages: readonly Message[]
  readonly stream?: boolean | null
  readonly stream_options?: { readonly include_usage?: boolean } | null
  readonly temperature?: number | null
  readonly top_p?: number | null
  readonly max_tokens?: number | null
  readonly max_completion_tokens?: number | null
  readonly n?: number | null
}

export function partsOf(message: Message): readonly Part[] {
  return typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : message.content
}

/** All text of the last message of the user: what is asked now. */
export function questionOf(body: ChatBody): string {
  const last = body.messages.findLast(({ role }) => role === 'user')
  return last === undefined ? '' : textOf(last)
}

export function textOf(message: Message): string {
  return partsOf(message)
    .map((part) => (part.type === 'text' ? part.text : ''))
    .filter((text) => text !== '')
    .join('\n')
}
