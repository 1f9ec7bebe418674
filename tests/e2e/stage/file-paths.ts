import type { CDPSession } from 'playwright'

/** What `webUtils.getPathForFile` answers in the page: the browser alone knows the path, and tells it to main's side only. */
export const filePlaceholder = /^stage-file:(\d+)$/

/** Puts real paths in place of placeholders; empty for a file that lies on no disk. */
export async function withPaths(value: unknown, cdp: CDPSession): Promise<unknown> {
  if (typeof value === 'string') {
    const number = filePlaceholder.exec(value)?.[1]
    return number === undefined ? value : await pathOf(Number(number), cdp)
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => withPaths(item, cdp)))
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  const pairs = Object.entries(value).map(async ([key, item]) => [key, await withPaths(item, cdp)] as const)
  return Object.fromEntries(await Promise.all(pairs))
}

async function pathOf(number: number, cdp: CDPSession): Promise<string> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: `__stage.files[${number}]` })
  if (result.objectId === undefined) return ''
  return (await cdp.send('DOM.getFileInfo', { objectId: result.objectId })).path
}
