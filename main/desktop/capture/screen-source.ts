import type { DesktopCapturer, DesktopCapturerSource, NativeImage } from 'electron'
import { type Display, nominalSize } from '../../capture/geometry/display.ts'
import type { Size } from '../../capture/geometry/rect.ts'
import { sourceOf } from '../../capture/screen-sources.ts'
import type { StillPicture } from './still-picture.ts'

/** What became of a wish for frames. Through a portal nobody knows of which display one is. */
export type Frozen =
  | { readonly kind: 'frame'; readonly display: number | undefined; readonly picture: StillPicture }
  | { readonly kind: 'failed'; readonly display: number | undefined; readonly cause: unknown }
  /** The person has closed the dialog of the portal. */
  | { readonly kind: 'cancelled' }

/** Takes still pictures of displays, all at the same time, each in its own pixels; tells each as it comes. Never throws. */
export type ScreenSource = (displays: readonly Display[], portal: boolean, tell: (frozen: Frozen) => void) => void

/** By Chromium's desktop capturer, through which the portal of Wayland works as well. */
export function createScreenSource(capturer: Pick<DesktopCapturer, 'getSources'>): ScreenSource {
  const sources = (size: Size): Promise<DesktopCapturerSource[]> =>
    capturer.getSources({ types: ['screen'], thumbnailSize: size })

  return (displays, portal, tell) => {
    if (portal) void throughPortal(displays, sources).then(tell)
    else for (const group of bySize(displays)) void freeze(group, displays, sources, tell)
  }
}

type Sources = (size: Size) => Promise<DesktopCapturerSource[]>

/** Frames are fitted into the size that is asked for, smaller ones blown up: each size of a display is asked for by itself. */
function bySize(displays: readonly Display[]): Display[][] {
  const groups = Map.groupBy(displays, (display) => {
    const { width, height } = nominalSize(display)
    return `${width} ${height}`
  })
  return [...groups.values()]
}

async function freeze(
  group: readonly Display[],
  displays: readonly Display[],
  sources: Sources,
  tell: (frozen: Frozen) => void
): Promise<void> {
  const [first] = group
  if (first === undefined) return
  try {
    const found = await sources(nominalSize(first))
    for (const display of group) {
      const source = sourceOf(display, displays, found.map(factsOf))
      const image = source === undefined ? undefined : found[source]?.thumbnail
      tell(frameOf(display.id, image))
    }
  } catch (cause) {
    for (const { id } of group) tell({ kind: 'failed', display: id, cause })
  }
}

/** Asks once: each time opens the dialog anew. It is not told which screen was chosen, so the largest size is asked for. */
async function throughPortal(displays: readonly Display[], sources: Sources): Promise<Frozen> {
  const sizes = displays.map(nominalSize)
  const width = Math.max(1, ...sizes.map((size) => size.width))
  const height = Math.max(1, ...sizes.map((size) => size.height))
  try {
    const [chosen] = await sources({ width, height })
    // Chromium answers a dialog that was closed with no source at all.
    return chosen === undefined ? { kind: 'cancelled' } : frameOf(undefined, chosen.thumbnail)
  } catch (cause) {
    return isRefusal(cause) ? { kind: 'cancelled' } : { kind: 'failed', display: undefined, cause }
  }
}

/** Some desktops answer a dialog that was closed with an error. */
function isRefusal(cause: unknown): boolean {
  return cause instanceof Error && /cancel|denied|permission|failed to get sources/i.test(cause.message)
}

function factsOf({ display_id: display, thumbnail }: DesktopCapturerSource) {
  return { display, size: thumbnail.getSize() }
}

function frameOf(display: number | undefined, image: NativeImage | undefined): Frozen {
  if (image === undefined || image.isEmpty()) return { kind: 'failed', display, cause: undefined }
  return { kind: 'frame', display, picture: pictureOf(image) }
}

/** Chromium's capturers turn what they give: it stands upright. */
function pictureOf(image: NativeImage): StillPicture {
  let pixels: Uint8Array | undefined
  return {
    size: image.getSize(),
    pixels: () => {
      pixels ??= image.toBitmap()
      return pixels
    },
    cut: (rect) => {
      const png = image.crop(rect).toPNG()
      if (png.length === 0) throw new TypeError('the system has cut out nothing')
      return png
    }
  }
}
