import { documentOf, each, escape, type Look } from '../look.ts'

export interface DocsText {
  readonly brand: string
  readonly links: readonly string[]
  readonly chapters: readonly { readonly title: string; readonly entries: readonly string[] }[]
  readonly title: string
  readonly parts: readonly { readonly kind: 'text' | 'heading' | 'item' | 'code'; readonly text: string }[]
  readonly contents: readonly string[]
}

const tags = { text: 'p', heading: 'h2', item: 'li', code: 'pre' }

/** A manual: a bar at the top, chapters at the left, the text, and its contents at the right. */
export function docs(look: Look, text: DocsText, { size = 15 }: { readonly size?: number } = {}): string {
  const { line, panel } = look.theme
  const chapters = text.chapters.map(
    ({ title, entries }) => `<h3>${escape(title)}</h3>${each(entries, 'div', 'data-whole')}`
  )
  const parts = text.parts.map(({ kind, text: said }) => `<${tags[kind]} data-whole>${escape(said)}</${tags[kind]}>`)
  return documentOf(
    look,
    `body{display:flex;flex-direction:column;font-size:${size}px;line-height:1.55} header{display:flex;gap:28px;padding:12px 24px;border-bottom:1px solid ${line}} header b{margin-right:40px}
    .mid{flex:1;display:flex;min-height:0} nav{width:230px;padding:16px 24px;border-right:1px solid ${line};font-size:${size - 1}px} nav h3{font-size:${size - 1}px;margin:10px 0 4px} nav div{padding:3px 0 3px 12px}
    main{flex:1;padding:20px 40px;max-width:760px} h1{margin:0 0 12px;font-size:${size * 2}px} h2{font-size:${Math.round(size * 1.35)}px;margin:18px 0 8px} p{margin:0 0 12px} li{margin:0 0 6px 20px;list-style:none} pre{margin:0;padding:2px 14px;background:${panel};font:${size - 1}px/1.6 ${look.fonts.mono}}
    aside{width:210px;padding:24px 20px;font-size:${size - 2}px} aside div{padding:4px 0}`,
    `<header><b>${escape(text.brand)}</b>${each(text.links, 'span')}</header><div class=mid><nav>${chapters.join('')}</nav><main><h1>${escape(text.title)}</h1>${parts.join('')}</main><aside>${each(text.contents, 'div')}</aside></div>`
  )
}
