import type { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { type Code, mostCodes, mostCodeText, type Ruling } from '../../protocol/reading.ts'
import type { Pixels } from '../imaging/pixels.ts'
import { findRulings } from '../imaging/rulings.ts'
import type { Answer, Request } from './thread.ts'

/** What is seen in a picture besides text, in its pixels. */
export interface SeenAside {
  /** QR codes and barcodes; undefined when looking for them failed, which is no reason not to read. */
  readonly codes: Code[] | undefined
  readonly rulings: Ruling[]
}

/** Looks while the text is read. Never rejects. */
export type LookAside = (picture: Pixels) => Promise<SeenAside>

/** Above this a picture is shrunk first: what is looked for is large in it, and looking takes memory. */
const mostPixels = 16_000_000

/** Has a thread look (`start-thread.ts`). When that has died, no codes are found any more. */
export function createLookAside(thread: Worker): LookAside {
  const waiting = new Map<number, (answer: Answer | undefined) => void>()
  const share = createShare()
  let asked = 0
  let gone = false
  thread.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  thread.on('error', (error) => console.error('The thread that looks for codes and rulings failed:', error))
  thread.once('exit', () => {
    gone = true
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
  })
  const ask = (picture: Pixels): Promise<Answer | undefined> =>
    new Promise((resolve) => {
      if (gone) return resolve(undefined)
      asked += 1
      waiting.set(asked, resolve)
      const request: Request = { id: asked, picture: share(picture, waiting.size > 1), mostCodes }
      thread.postMessage(request, [])
    })
  return async (picture) => {
    const small = await shrink(picture)
    const answer = small && (await ask(small))
    if (small === undefined || answer === undefined) return { codes: undefined, rulings: findRulings(picture) }
    const scale = picture.width / small.width
    return {
      codes: answer.codes?.map((code) => codeOf(code, scale)),
      rulings: answer.rulings.map(({ x0, y0, x1, y1 }) => ({
        x0: x0 * scale,
        y0: y0 * scale,
        x1: x1 * scale,
        y1: y1 * scale
      }))
    }
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
    console.error('A picture could not be shrunk to look for codes and rulings:', thrown)
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

function codeOf({ format, text, position }: NonNullable<Answer['codes']>[number], scale: number): Code {
  const { topLeft, topRight, bottomRight, bottomLeft } = position
  const point = ({ x, y }: { readonly x: number; readonly y: number }): [number, number] => [x * scale, y * scale]
  return {
    format,
    text: text.slice(0, mostCodeText),
    quad: [point(topLeft), point(topRight), point(bottomRight), point(bottomLeft)]
  }
}
