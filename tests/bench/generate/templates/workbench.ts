import { documentOf, each, type Look } from '../look.ts'
import { type CodeColours, type CodePane, paneOf } from './code.ts'

export interface Workbench {
  readonly menu: readonly string[]
  readonly files: readonly string[]
  readonly tabs: readonly string[]
  readonly pane: CodePane
  readonly terminal: readonly string[]
  readonly status: readonly string[]
  readonly colours: CodeColours
  /** CSS pixels. */
  readonly size?: number
}

/** A programmer's window: menu, files at the left, an editor above a terminal, a status bar. */
export function workbench(look: Look, text: Workbench): string {
  const { size = 13 } = text
  const { panel, line } = look.theme
  return documentOf(
    look,
    `*{font-variant-ligatures:none!important} body{display:flex;flex-direction:column;font-size:${size}px} .menu,.status{display:flex;gap:18px;background:${panel};padding:5px 12px} .mid{flex:1;display:flex;min-height:0} nav{width:220px;background:${panel};padding:10px 16px;border-right:1px solid ${line}} nav div{padding:4px 0}
    .work{flex:1;display:flex;flex-direction:column;min-width:0} .tabs{display:flex;background:${panel}} .tabs div{padding:8px 16px} .code{flex:1;overflow:hidden;padding:6px 0} .ed{font:${size}px/1.5 ${look.fonts.mono}} .l{display:flex;white-space:pre} .l i{font-style:normal;width:52px;text-align:right;padding-right:18px} code{font:inherit}
    .term{border-top:1px solid ${line};padding:10px 16px;font:${size}px/1.5 ${look.fonts.mono};white-space:pre}`,
    `<div class=menu>${each(text.menu, 'span')}</div><div class=mid><nav>${each(text.files, 'div')}</nav><div class=work><div class=tabs>${each(text.tabs, 'div')}</div><div class=code>${paneOf(text.pane, text.colours)}</div><div class=term>${each(text.terminal, 'div')}</div></div></div><div class=status>${each(text.status, 'span')}</div>`
  )
}
