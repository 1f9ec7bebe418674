import { documentOf, each, escape, type Look } from '../look.ts'
import type { InterfaceText } from '../texts/shapes.ts'

export interface InterfaceStyle {
  /** CSS pixels. */
  readonly size?: number
  /** How often the groups are repeated, to fill a large window. */
  readonly repeat?: number
}

function group({ title, entries }: InterfaceText['groups'][number]): string {
  return `<div class=g data-whole><h3>${escape(title)}</h3>${each(entries, 'div', 'data-whole')}</div>`
}

/** A window with a menu, sections at the left, a grid of settings and a status bar. */
export function settingsWindow(look: Look, text: InterfaceText, { size = 12, repeat = 1 }: InterfaceStyle): string {
  const { panel, selected, dim } = look.theme
  const groups = Array.from({ length: repeat }, () => text.groups).flat()
  return documentOf(
    look,
    `body{display:flex;flex-direction:column;font-size:${size}px} .menu{display:flex;gap:4px;background:${panel};padding:4px 8px} .menu div{padding:3px 9px} .mid{flex:1;display:flex} .side{width:210px;background:${panel};padding:10px 6px} .side div{padding:5px 10px} .side div:nth-child(3){background:${selected}} .main{flex:1;padding:14px 22px;display:grid;grid-template-columns:repeat(auto-fill,minmax(330px,1fr));gap:18px;align-content:start} .g h3{font-size:${size + 1}px;margin:0 0 8px} .g div{padding:4px 0 4px 24px;position:relative} .g div:before{content:"";position:absolute;left:3px;top:5px;width:11px;height:11px;border:1px solid ${dim};border-radius:2px} .st{display:flex;gap:22px;background:${panel};padding:4px 12px;font-size:${size - 1}px}`,
    `<div class=menu>${each(text.menu, 'div', 'data-whole')}</div><div class=mid><div class=side>${each(text.sections, 'div', 'data-whole')}</div><div class=main>${groups.map(group).join('')}</div></div><div class=st>${each(text.status, 'div', 'data-whole')}</div>`
  )
}
