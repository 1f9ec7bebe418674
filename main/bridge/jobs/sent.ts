import { randomBytes } from 'node:crypto'
import type { Clock } from '../../jobs/clock.ts'

/** A picture as it will be sent. */
export interface SentPicture {
  readonly type: string
  readonly bytes: Uint8Array
}

/** Pictures of previews, for as long as somebody may look at them. */
export interface SentPictures {
  /** Answers its id: 32 hex digits. */
  readonly add: (picture: SentPicture) => string
  readonly get: (id: string) => SentPicture | undefined
}

/** Together they hold no more than this: the next ones push the oldest out. */
const mostBytes = 96 * 1024 * 1024

/** Milliseconds; a preview is looked at and closed. */
const lifetime = 10 * 60_000

/** Holds nothing yet. */
export function createSentPictures(clock: Clock, limit = mostBytes): SentPictures {
  const held = new Map<string, SentPicture & { readonly forget: () => void }>()
  let bytes = 0

  const drop = (id: string): void => {
    const picture = held.get(id)
    if (picture === undefined) return
    picture.forget()
    held.delete(id)
    bytes -= picture.bytes.byteLength
  }

  return {
    add: (picture) => {
      const id = randomBytes(16).toString('hex')
      held.set(id, { ...picture, forget: clock.after(lifetime, () => drop(id)) })
      bytes += picture.bytes.byteLength
      for (const oldest of held.keys()) {
        if (bytes <= limit || oldest === id) break
        drop(oldest)
      }
      return id
    },
    get: (id) => {
      const picture = held.get(id)
      return picture && { type: picture.type, bytes: picture.bytes }
    }
  }
}
