import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { Words } from '../words/words.ts'

/** What was under the pointer. */
export type ContextFacts = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'linkURL' | 'editFlags'>

/** The menu of a right click where the page has none of its own; empty when there is nothing to do. */
export function contextMenu(
  { isEditable, selectionText, linkURL, editFlags }: ContextFacts,
  { menu }: Words,
  copyLink: (url: string) => void
): MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'undo', label: menu.undo, enabled: editFlags.canUndo },
      { role: 'redo', label: menu.redo, enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
      { role: 'copy', label: menu.copy, enabled: editFlags.canCopy },
      { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll }
    ]
  }
  // Links within the app lead nowhere else.
  const hasLink = linkURL.startsWith('https:')
  return [
    ...(selectionText.trim() === '' ? [] : [{ role: 'copy' as const, label: menu.copy }]),
    ...(hasLink ? [{ label: menu.copyLink, click: () => copyLink(linkURL) }] : [])
  ]
}
