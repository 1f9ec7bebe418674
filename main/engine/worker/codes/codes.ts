import type { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { type Code, mostCodes, mostCodeText } from '../../protocol/reading.ts'
import type { Pixels } from '../imaging/pixels.ts'
import type { CodeAnswer, CodeRequest } from './thread.ts'

/**
 * Finds QR codes and barcodes. Never rejects: `undefined` when looking for them failed, which is no reason not to read.
 */
export type FindCodes = (picture: Pixels) => Promise<Code[] | undefined>

/** Above this a picture is shrunk first: its codes are large, and looking takes memory. */
const mostPixels = 16_000_000

/** Has codes looked for by a thread (`start-thread.ts`). When that has died, none are found any more. */
export function createCodeFinder(thread: Worker): FindCodes {
  const waiting = new Map<number, (found: CodeAnswer['found']) => void>()
  const share = createShare()
  let asked = 0
  let gone = false
  thread.on('message', ({ id, found }: CodeAnswer) => {
    waiting.get(id)?.(found)
    waiting.delete(id)
  })
  thread.on('error', (error) => console.error('The thread that looks for codes failed:', error))
  thread.once('exit', () => {
    gone = true
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
  })
  return async (picture) => {
    const small = await shrink(picture)
    if (small === undefined || gone) return undefined
    const found = await new Promise<CodeAnswer['found']>((resolve) => {
      asked += 1
      waiting.set(asked, resolve)
      const request: CodeRequest = { id: asked, picture: share(small, waiting.size > 1), most: mostCodes }
      thread.postMessage(request, [])
    })
    return found?.map((result) => codeOf(result, picture.width / small.width))
  }
}

/** At most `mostPixels`; undefined when that failed. */
async function shrink({ data, width, height }: Pixels): Promise<Pixels | undefined> {
  const factor = Math.sqrt((width * height) / mostPixels)
  if (factor <= 1) return { data, width, height }
  try {
    const made = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
      .resize({ width: Math.max(1, Math.round(width / factor)) })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data: made.data, width: made.info.width, height: made.info.height }
  } catch (thrown) {
    console.error('Looking for codes failed:', thrown)
    return undefined
  }
}

/**
 * Lays pictures into memory that both threads see: the same for one after the other, because fresh pages take ten times as
 * long as the copy; `isTaken` when the thread is still looking at the one before.
 */
function createShare(): (picture: Pixels, isTaken: boolean) => Pixels {
  let kept = new SharedArrayBuffer(0)
  return ({ data, width, height }, isTaken) => {
    const length = width * height * 3
    if (isTaken || kept.byteLength < length) kept = new SharedArrayBuffer(length)
    const shared = new Uint8Array(kept, 0, length)
    shared.set(data)
    return { data: shared, width, height }
  }
}

function codeOf({ format, text, position }: NonNullable<CodeAnswer['found']>[number], scale: number): Code {
  const { topLeft, topRight, bottomRight, bottomLeft } = position
  const point = ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => [x * scale, y * scale]
  return {
    format,
    text: text.slice(0, mostCodeText),
    quad: [point(topLeft), point(topRight), point(bottomRight), point(bottomLeft)]
  }
}
