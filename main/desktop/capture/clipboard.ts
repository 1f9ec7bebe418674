import type { Clipboard, ClipboardItem } from 'electron'

/** What a capture needs of the clipboard. Each may reject with what the system says. */
export interface CaptureClipboard {
  /** Takes hold of all that can be put back; the answer puts it back. Undefined when there is too much, or nothing of the kind. */
  readonly hold: () => Promise<(() => Promise<void>) | undefined>
  readonly writeText: (text: string) => Promise<void>
  /** Undefined when there is no text. */
  readonly readText: () => Promise<string | undefined>
}

/** Kinds that are put back as they were. Others are of the program that wrote them, and mean little without it. */
const restorable = ['text/plain', 'text/html', 'text/rtf', 'image/png']

/** Bytes of all of them; a copied film is not held. */
const most = 64 * 1024 * 1024

type Content = Record<string, Blob>

export function createCaptureClipboard(
  clipboard: Pick<Clipboard, 'read' | 'write' | 'readText' | 'writeText' | 'clear'>,
  makeItem: (content: Content) => ClipboardItem
): CaptureClipboard {
  return {
    hold: async () => {
      const items = await clipboard.read()
      if (items.every(({ types }) => types.length === 0)) return async () => clipboard.clear()
      const contents = (await Promise.all(items.map(contentOf))).filter((content) => Object.keys(content).length > 0)
      const bytes = contents.flatMap((content) => Object.values(content)).reduce((sum, { size }) => sum + size, 0)
      if (contents.length === 0 || bytes > most) return undefined
      return () => clipboard.write(contents.map(makeItem))
    },
    writeText: (text) => clipboard.writeText(text),
    readText: async () => {
      const text = await clipboard.readText()
      return text === '' ? undefined : text
    }
  }
}

async function contentOf(item: ClipboardItem): Promise<Content> {
  const types = item.types.filter((type) => restorable.includes(type))
  const found = await Promise.all(
    types.map(async (type): Promise<[string, Blob] | undefined> => {
      const blob = await item.getType(type)
      return blob instanceof Blob ? [type, blob] : undefined
    })
  )
  return Object.fromEntries(found.filter((pair) => pair !== undefined))
}
