import { documentOf, each, escape, type Look } from '../look.ts'
import type { ChatMessage } from '../texts/shapes.ts'

export interface Chat {
  readonly rooms: readonly string[]
  readonly messages: readonly ChatMessage[]
  /** CSS pixels. */
  readonly size?: number
}

function bubble({ name, time, text }: ChatMessage): string {
  return `<div class=m data-whole><div class="h dim"><b>${escape(name)}</b><span>${time}</span></div><div class=b>${escape(text)}</div></div>`
}

/** Rooms at the left, messages in bubbles. */
export function chat(look: Look, text: Chat): string {
  const { size = 14 } = text
  return documentOf(
    look,
    `body{display:flex;font-size:${size}px} nav{width:220px;padding:14px;background:${look.theme.panel}} nav div{padding:6px 8px} main{flex:1;padding:18px 26px}
    .m{margin:0 0 14px;max-width:720px} .b{background:${look.theme.panel};border-radius:8px;padding:9px 13px;line-height:1.55} .h{font-size:${size - 2}px;margin-bottom:3px} .h b{margin-right:10px}`,
    `<nav>${each(text.rooms, 'div', 'data-whole')}</nav><main>${text.messages.map(bubble).join('')}</main>`
  )
}
