import { open } from 'node:fs/promises'
import type { Engine } from '../../engine/client.ts'
import type { PictureFormat } from '../../engine/protocol/picture.ts'
import { Failure } from '../../failure.ts'
import type { Pictures } from '../../library/pictures.ts'
import type { Served } from './served.ts'
import { isShowable, mostPixels, shownTypes } from './showable.ts'

export interface PictureSources {
  readonly pictures: () => Pick<Pictures, 'path' | 'bytes' | 'thumbnail' | 'facts'>
  readonly engine: Pick<Engine, 'probe' | 'encode'>
}

/** Pictures that were made for showing are kept, the latest: they are asked for again with every look. */
const kept = 4
/** Bytes of one of them. */
const mostBytes = 64 * 1024 * 1024
const headBytes = 64 * 1024

/** The library's pictures as a page can show them. */
export function createShownPictures({ pictures, engine }: PictureSources) {
  const made = new Map<string, Promise<Served>>()

  const make = async (id: string): Promise<Served> => {
    const bytes = await pictures().bytes(id)
    const { width, height } = await engine.probe(bytes)
    const factor = Math.min(1, Math.sqrt(mostPixels / (width * height)))
    const content = { width: scaled(width, factor), height: scaled(height, factor) }
    const view = { crop: { x0: 0, y0: 0, x1: width, y1: height }, content, canvas: content }
    const [encoded] = await engine.encode(bytes, [view], { formats: ['png', 'jpeg'], bytes: mostBytes })
    if (encoded === undefined) throw new Failure('engine-protocol', 'The engine has not answered with a picture.')
    return { type: `image/${encoded.format}`, bytes: encoded.data }
  }

  const makeOnce = (id: string): Promise<Served> => {
    const former = made.get(id)
    made.delete(id)
    const making = former ?? make(id)
    made.set(id, making)
    making.catch(() => made.delete(id))
    for (const oldest of made.keys()) if (made.size > kept) made.delete(oldest)
    return making
  }

  return {
    image: async (id: string): Promise<Served> => {
      const { format, width = 0, height = 0 } = pictures().facts(id)
      const path = pictures().path(id)
      const type = shownTypes[format]
      const isSmall = width * height <= mostPixels
      return type !== undefined && isSmall && (await isPlain(path, format)) ? { type, path } : await makeOnce(id)
    },
    thumbnail: async (id: string): Promise<Served> => ({ type: 'image/webp', path: await pictures().thumbnail(id) })
  }
}

async function isPlain(path: string, format: PictureFormat): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return isShowable(format, buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

function scaled(side: number, factor: number): number {
  return Math.max(1, Math.floor(side * factor))
}
