import { bitmapFile } from '../../capture/bitmap.ts'
import { type FrameLook, lookOf } from '../../capture/frame-look.ts'
import { sampleOf } from '../../capture/frame-sample.ts'
import type { Crop } from '../../capture/geometry/frame.ts'
import type { StillPicture } from './still-picture.ts'

/** What stands behind an address of the app's scheme. */
export interface ServedBytes {
  readonly type: string
  readonly bytes: Uint8Array
}

/** Pictures that pages of captures show: in memory, for as long as somebody shows them. */
export interface Shelf {
  /** Address of the bytes, which are made when they are first asked for. */
  readonly put: (make: () => ServedBytes) => string
  readonly remove: (address: string) => void
  /** For the scheme's handler; `id` is how the address ends. */
  readonly serve: (id: string) => ServedBytes | undefined
}

export function createShelf(base: string): Shelf {
  const kept = new Map<string, () => ServedBytes>()
  let last = 0
  return {
    put: (make) => {
      last += 1
      let made: ServedBytes | undefined
      kept.set(String(last), () => {
        made ??= make()
        return made
      })
      return `${base}${last}`
    },
    remove: (address) => {
      kept.delete(address.slice(base.length))
    },
    serve: (id) => kept.get(id)?.()
  }
}

/** The frames of one capture. */
export interface Frames {
  /** How it looks; undefined when frames are not wanted any more. `display` as the source told it. */
  readonly add: (display: number | undefined, picture: StillPicture) => FrameLook | undefined
  /** Address of the frame of a display. Throws `RangeError` when there is none. */
  readonly address: (display: number) => string
  readonly cut: (display: number, crop: Crop) => Uint8Array
  readonly forget: () => void
}

export function createFrames(shelf: Shelf): Frames {
  const pictures = new Map<number | undefined, StillPicture>()
  const addresses: string[] = []
  let isOver = false
  const frameOf = (display: number): StillPicture => {
    // Through a portal there is one, and the flow has found out of which display.
    const picture = pictures.get(display) ?? pictures.get(undefined)
    if (picture === undefined) throw new RangeError(`no frame of display ${display}`)
    return picture
  }
  return {
    add: (display, picture) => {
      if (isOver) return undefined
      pictures.set(display, picture)
      return lookOf(sampleOf(picture.pixels(), picture.size))
    },
    address: (display) => {
      const picture = frameOf(display)
      const address = shelf.put(() => ({ type: 'image/bmp', bytes: bitmapFile(picture.pixels(), picture.size) }))
      addresses.push(address)
      return address
    },
    cut: (display, { rect, turn }) => {
      if (turn !== 0) throw new TypeError('frames stand upright')
      return frameOf(display).cut(rect)
    },
    forget: () => {
      isOver = true
      pictures.clear()
      for (const address of addresses) shelf.remove(address)
    }
  }
}
