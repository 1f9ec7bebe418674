import type { Clipboard, ClipboardItem } from 'electron'
import { expect, it } from 'vitest'
import { createCaptureClipboard } from '../../../../main/desktop/capture/clipboard.ts'

type Content = Record<string, Blob>

/** Electron's item, as far as it is used. */
function item(content: Content): ClipboardItem {
  const fake = { types: Object.keys(content), getType: async (type: string) => content[type] }
  return fake as unknown as ClipboardItem
}

function clipboardStage(before: readonly Content[]) {
  let content = [...before].map(item)
  const written: Content[] = []
  const fake: Pick<Clipboard, 'read' | 'write' | 'readText' | 'writeText' | 'clear'> = {
    read: async () => content,
    write: async (items) => {
      content = items
    },
    readText: async () => (await (await content[0]?.getType('text/plain'))?.text()) ?? '',
    writeText: async (text) => {
      content = [item({ 'text/plain': new Blob([text]) })]
    },
    clear: () => {
      content = []
    }
  }
  const clipboard = createCaptureClipboard(fake, (made) => {
    written.push(made)
    return item(made)
  })
  return { clipboard, written, types: () => content.flatMap(({ types }) => types) }
}

it('what was copied comes back in all its kinds that mean something without its program', async () => {
  const before = {
    'text/plain': new Blob(['old']),
    'text/html': new Blob(['<b>old</b>']),
    'electron application/osclipboard;format="x"': new Blob(['?'])
  }
  const stage = clipboardStage([before])
  const restore = await stage.clipboard.hold()
  await stage.clipboard.writeText('new')
  expect(await stage.clipboard.readText()).toBe('new')
  await restore?.()
  expect(stage.types()).toEqual(['text/plain', 'text/html'])
  expect(await stage.clipboard.readText()).toBe('old')
})

it('an empty clipboard is emptied again', async () => {
  const stage = clipboardStage([])
  const restore = await stage.clipboard.hold()
  await stage.clipboard.writeText('new')
  await restore?.()
  expect(stage.types()).toEqual([])
  expect(await stage.clipboard.readText()).toBeUndefined()
})

it('what cannot come back is not held', async () => {
  const large = { 'image/png': new Blob([new Uint8Array(65 * 1024 * 1024)]) }
  expect(await clipboardStage([large]).clipboard.hold()).toBeUndefined()
  expect(await clipboardStage([{ 'application/x-own': new Blob(['1']) }]).clipboard.hold()).toBeUndefined()
})
