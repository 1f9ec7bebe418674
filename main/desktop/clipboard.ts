import { fileURLToPath } from 'node:url'
import { clipboard } from 'electron'
import type { Pasted } from '../bridge/app/paste.ts'

/** Where systems put the files that were copied: one address on a line. */
const fileTypes = ['text/uri-list', 'electron application/osclipboard;format="public.file-url"']

/** What the person has copied: files, a picture, text. */
export async function readPasted(): Promise<Pasted> {
  const items = await clipboard.read()
  const read = async (type: string): Promise<Blob | undefined> => {
    const item = items.find(({ types }) => types.includes(type))
    const content = await item?.getType(type)
    return content instanceof Blob ? content : undefined
  }
  const lists = await Promise.all(fileTypes.map(async (type) => (await read(type))?.text()))
  const picture = await read('image/png')
  return {
    paths: [...new Set(lists.flatMap((list) => pathsOf(list ?? '')))],
    picture: picture && new Uint8Array(await picture.arrayBuffer()),
    text: await clipboard.readText()
  }
}

/** Paths of local files; whatever else stands in a list is no file. */
function pathsOf(list: string): string[] {
  return list.split(/\r?\n/).flatMap((line) => {
    try {
      return line.startsWith('file:') ? [fileURLToPath(line)] : []
    } catch {
      return []
    }
  })
}
