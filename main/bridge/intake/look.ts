import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { type Drop, type DropFacts, decideDrop } from '../../policy/drop.ts'
import { localPath } from '../../policy/local-path.ts'

/** The mark of a PDF may stand anywhere in so many bytes. */
const headBytes = 1024

/** Finds out by itself what a path of the page leads to, and decides. Never throws: what cannot be looked at is refused. */
export async function lookAt(path: string, platform: NodeJS.Platform): Promise<Drop> {
  // A look at a network share would already tell its server who we are.
  const isLocal = path !== '' && localPath(path, '', platform) === path
  return decideDrop({ path, found: isLocal ? await findOut(path) : undefined }, platform)
}

async function findOut(path: string): Promise<DropFacts['found']> {
  try {
    const realPath = await realpath(path)
    const found = await stat(realPath)
    if (found.isDirectory()) return { realPath, kind: 'folder', bytes: 0, head: new Uint8Array(0) }
    if (!found.isFile()) return { realPath, kind: 'other', bytes: 0, head: new Uint8Array(0) }
    return { realPath, kind: 'file', bytes: found.size, head: await headOf(realPath) }
  } catch {
    // Gone, or not ours to read: to the person both mean that it has to be dropped once more, or copied.
    return undefined
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  // Something else may lie there by now: a pipe would keep us waiting.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
