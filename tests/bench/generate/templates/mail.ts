import { documentOf, each, escape, type Look } from '../look.ts'

export interface MailText {
  readonly folders: readonly string[]
  readonly messages: readonly Message[]
  readonly subject: string
  readonly details: readonly string[]
  readonly body: readonly string[]
}

interface Message {
  readonly from: string
  readonly time: string
  readonly subject: string
  readonly preview: string
}

function entry({ from, time, subject, preview }: Message): string {
  const top = `<div data-row class=top><b>${escape(from)}</b><span class=dim>${time}</span></div>`
  return `<section data-whole>${top}<div>${escape(subject)}</div><div class=dim>${escape(preview)}</div></section>`
}

/** Three panes: folders, messages, the message that is open. */
export function mail(look: Look, text: MailText, { size = 14 }: { readonly size?: number } = {}): string {
  const { line, panel, selected } = look.theme
  return documentOf(
    look,
    `body{display:flex;font-size:${size}px;line-height:1.5} nav{width:180px;padding:14px 16px;background:${panel}} nav div{padding:6px 0}
    .list{width:350px;border-right:1px solid ${line}} section{padding:9px 16px;border-bottom:1px solid ${line}} section:first-child{background:${selected}} .top{display:flex;justify-content:space-between}
    main{flex:1;padding:18px 30px} h2{margin:0 0 10px;font-size:${size + 7}px} p{margin:12px 0 0;max-width:680px} .details{border-bottom:1px solid ${line};padding-bottom:8px}`,
    `<nav>${each(text.folders, 'div')}</nav><div class=list>${text.messages.map(entry).join('')}</div><main><h2>${escape(text.subject)}</h2><div class="details dim">${each(text.details, 'div')}</div>${each(text.body, 'p')}</main>`
  )
}
