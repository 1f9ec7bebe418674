import { rmSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { type PictureFormat, pictureFormat } from '../engine/protocol/picture.ts'
import { Failure } from '../failure.ts'
import type { Row } from '../store/connection.ts'
import type { Store } from '../store/store.ts'
import { isMissing, onDisk, writeWhole } from './files.ts'

/** What is known of a picture before it is kept. */
export interface PictureDetails {
  readonly format: PictureFormat
  /** Upright size in pixels, when it was looked into. */
  readonly width?: number | undefined
  readonly height?: number | undefined
}

const keptPicture = z.object({
  id: z.string(),
  format: pictureFormat,
  bytes: z.int(),
  width: z
    .int()
    .nullable()
    .transform((value) => value ?? undefined),
  height: z
    .int()
    .nullable()
    .transform((value) => value ?? undefined)
})

/** A picture that the library has. */
export type KeptPicture = PictureDetails & {
  /** SHA-256 of its bytes in hex. */
  readonly id: string
  readonly bytes: number
}

/** Makes a small picture for lists; `side` is the longest side in pixels. */
export type MakeThumbnail = (bytes: Uint8Array, side: number) => Promise<Uint8Array>

export interface Pictures {
  /**
   * Keeps the bytes of a picture, once however often they come; answers their SHA-256 in hex. Bytes are on the disk before
   * it answers. A picture that gets no job within an hour is taken for left over. Throws `disk`.
   */
  keep(bytes: Uint8Array, details: PictureDetails): Promise<string>
  /** Throws `library-picture-missing` when somebody else has deleted the file. */
  bytes(id: string): Promise<Buffer>
  /** What is known of it without looking at its file. Throws `library-picture-missing`. */
  facts(id: string): KeptPicture
  /** Whether the file of a picture is there. */
  has(id: string): Promise<boolean>
  /** Where the file of a picture lies; whether it is still there, the reader sees. Throws `library-picture-missing`. */
  path(id: string): string
  /** Path of a WebP with a side of at most 320 pixels, made when it is first asked for. Throws what `bytes` throws. */
  thumbnail(id: string): Promise<string>
  /** Removes files of pictures that are in no entry any more. Throws `disk`. */
  removeDiscarded(): Promise<void>
}

/** Pixels of a thumbnail's longer side: a card of 160 on a screen of double density. */
const thumbnailSide = 320

export interface PicturesOptions {
  readonly store: Store
  readonly makeThumbnail: MakeThumbnail
  readonly now: () => number
}

/** The picture files of a library. */
export function createPictures({ store, makeThumbnail, now }: PicturesOptions): Pictures {
  const { places } = store
  const underway = new Map<string, Promise<string>>()

  const path = (id: string): string => {
    const format = store.value('SELECT format FROM picture WHERE id = ?', [id])
    if (typeof format !== 'string') throw pictureMissing()
    return fileOf(places.pictures, id, format)
  }
  const bytes = async (id: string): Promise<Buffer> => {
    try {
      return await readFile(path(id))
    } catch (cause) {
      if (isMissing(cause)) throw pictureMissing(cause)
      return await onDisk(() => Promise.reject(cause))
    }
  }
  const makeAnew = async (id: string, target: string): Promise<string> => {
    const small = await makeThumbnail(await bytes(id), thumbnailSide)
    await writeWhole(target, (file) => file.write(small))
    return target
  }

  return {
    path,
    facts: (id) => {
      const row = store.get('SELECT id, format, bytes, width, height FROM picture WHERE id = ?', [id])
      if (row === undefined) throw pictureMissing()
      return keptPicture.parse(row)
    },
    has: async (id) => (await sizeOf(path(id))) !== undefined,
    bytes,
    keep: async (content, details) => {
      const id = await hashOf(content)
      // The row first: from here on nobody who deletes takes the file away (see `removeDiscarded`).
      store.transaction(() => addPicture(store, { id, bytes: content.byteLength, added: now(), ...details }))
      const target = path(id)
      if ((await sizeOf(target)) !== content.byteLength) await writeWhole(target, (file) => file.write(content))
      return id
    },
    thumbnail: async (id) => {
      const target = fileOf(places.thumbnails, id, 'webp')
      if ((await sizeOf(target)) !== undefined) return target
      const former = underway.get(id)
      if (former) return await former
      const making = makeAnew(id, target).finally(() => underway.delete(id))
      underway.set(id, making)
      return await making
    },
    removeDiscarded: async () => {
      for (;;) {
        const some = store.all('SELECT id, format FROM discarded LIMIT ?', [portion])
        if (some.length === 0) return
        await onDisk(async () => removeFiles(store, some))
        await nextTurn()
      }
    }
  }
}

export function fileOf(folder: string, id: string, extension: string): string {
  return join(folder, id.slice(0, 2), `${id}.${extension}`)
}

/** SHA-256 in hex, made off the main thread. */
export async function hashOf(content: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(content))).toString('hex')
}

interface NewPicture extends PictureDetails {
  readonly id: string
  readonly bytes: number
  readonly added: number
}

function addPicture(store: Store, { id, format, bytes, width, height, added }: NewPicture): void {
  store.run(
    `INSERT INTO picture (id, format, bytes, width, height, added) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET added = excluded.added, bytes = excluded.bytes,
       width = coalesce(excluded.width, width), height = coalesce(excluded.height, height)`,
    [id, format, bytes, width ?? null, height ?? null, added]
  )
}

/** Pictures whose files are removed in one go. */
const portion = 16

/**
 * A picture may come back while its last entry is deleted. Who keeps it writes its row before its file; here the file goes
 * only if there is no row, and while nobody else can write one.
 */
function removeFiles(store: Store, discarded: readonly Row[]): void {
  const { pictures, thumbnails } = store.places
  store.transaction(() => {
    for (const row of discarded) {
      const [id, format] = [String(row['id']), String(row['format'])]
      if (store.value('SELECT 1 FROM picture WHERE id = ?', [id]) === undefined) {
        rmSync(fileOf(pictures, id, format), { force: true })
        rmSync(fileOf(thumbnails, id, 'webp'), { force: true })
      }
      store.run('DELETE FROM discarded WHERE id = ?', [id])
    }
  })
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    if (isMissing(cause)) return undefined
    return await onDisk(() => Promise.reject(cause))
  }
}

function pictureMissing(cause?: unknown): Failure {
  return new Failure('library-picture-missing', 'The file of this picture is not in the library any more.', {
    advice: 'What was read and answered is still here. Add the picture again to ask more about it.',
    ...(cause !== undefined && { cause })
  })
}
