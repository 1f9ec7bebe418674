import { clipboard, Menu, type WebContents } from 'electron'
import type { Words } from '../words/words.ts'
import { contextMenu } from './context-entries.ts'

/** Offers a menu on a right click wherever the page has none of its own. */
export function offerContextMenu(contents: WebContents, words: () => Words): void {
  contents.on('context-menu', (_event, facts) => {
    const entries = contextMenu(facts, words(), (url) => void clipboard.writeText(url))
    if (entries.length > 0) Menu.buildFromTemplate(entries).popup()
  })
}
