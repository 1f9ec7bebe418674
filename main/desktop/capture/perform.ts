import type { CaptureEvent as PageEvent } from '../../../preload/contract/capture.ts'
import type { DeliveryStep } from '../../capture/delivery/plan.ts'
import type { CaptureEffect, WatchedStage } from '../../capture/flow/effect.ts'
import type { CaptureEvent, RegionQuestion } from '../../capture/flow/event.ts'
import type { CaptureState, Showing } from '../../capture/flow/state.ts'
import type { FrozenDisplay } from '../../capture/frozen-display.ts'
import type { Region, RememberedRegion } from '../../capture/geometry/remembered.ts'
import { asFailure, assertNever, type Failure } from '../../failure.ts'
import type { Frames } from './frames.ts'
import type { OpenScene, Overlays } from './overlays.ts'
import type { Reading } from './reading.ts'
import type { ScreenSource } from './screen-source.ts'

export interface PerformPorts {
  readonly source: ScreenSource
  readonly frames: Frames
  readonly overlays: Overlays
  /** What an overlay shows of a frozen display; `address` leads to its frame. */
  readonly sceneOf: (state: Showing, on: FrozenDisplay, address: string) => OpenScene
  /** Whether the Escape key is heard wherever the keyboard is. */
  readonly holdEscape: (held: boolean) => void
  /** Calls `run` once after some milliseconds. */
  readonly after: (milliseconds: number, run: () => void) => void
  readonly remember: (region: RememberedRegion) => void
  readonly reading: Reading
  /** Asks a vision model about a picture; `tell` reaches whoever looks on. Never throws. */
  readonly ask: (picture: Uint8Array, question: RegionQuestion, tell: (event: PageEvent) => void) => void
  /** `entry` is where the text is kept. */
  readonly deliver: (steps: readonly DeliveryStep[], from: { picture: Uint8Array; entry: number }) => Promise<void>
  readonly pin: (picture: Uint8Array, region: Region) => void
  readonly tellFailure: (failure: Failure) => void
}

/** Does what the flow of one capture, standing at `state`, wants done. `tell` takes back what comes of it. */
export function createPerformer(
  ports: PerformPorts,
  tell: (event: CaptureEvent) => void,
  state: () => CaptureState
): (effect: CaptureEffect) => void {
  const { frames, overlays } = ports
  /** The one that was cut out last; the flow goes on with no other. */
  let cut: { readonly name: string; readonly bytes: Uint8Array } | undefined
  let entry: number | undefined
  let cuts = 0
  const calling = new AbortController()

  const pictureOf = (name: string): Uint8Array => {
    if (cut?.name !== name) throw new TypeError(`no picture ${name}`)
    return cut.bytes
  }

  const read = async (picture: Uint8Array): Promise<void> => {
    try {
      const result = await ports.reading(picture, calling.signal)
      entry = result.entry
      tell({ kind: 'text', text: result.text })
    } catch (thrown) {
      tell({ kind: 'read-failed', failure: asFailure(thrown) })
    }
  }

  const deliver = async (steps: readonly DeliveryStep[]): Promise<void> => {
    try {
      if (cut === undefined || entry === undefined) throw new TypeError('nothing to deliver')
      await ports.deliver(steps, { picture: cut.bytes, entry })
      tell({ kind: 'delivered' })
    } catch (thrown) {
      tell({ kind: 'deliver-failed', failure: asFailure(thrown) })
    }
  }

  const open = (displays: readonly FrozenDisplay[]): void => {
    const now = state()
    if (now.kind !== 'showing') return
    overlays.open(displays.map((on) => ports.sceneOf(now, on, frames.address(on.display.id))))
  }

  const watch = (stage: WatchedStage, milliseconds: number): void =>
    ports.after(milliseconds, () => tell({ kind: 'overdue', stage }))

  return (effect: CaptureEffect): void => {
    switch (effect.kind) {
      case 'freeze':
        return ports.source(effect.displays, effect.portal, (frozen) => {
          if (frozen.kind === 'cancelled') return tell({ kind: 'portal-cancelled' })
          if (frozen.kind === 'failed') return tell({ kind: 'freeze-failed', display: frozen.display })
          const { display, picture } = frozen
          const look = frames.add(display, picture)
          if (look !== undefined) tell({ kind: 'frozen', display, frame: { size: picture.size, turn: 0 }, look })
        })
      case 'forget-frames':
        return frames.forget()
      case 'open-overlays':
        ports.holdEscape(true)
        return open(effect.displays)
      case 'reveal-overlays':
        return overlays.reveal(effect.focus)
      case 'close-overlay':
        return overlays.close(effect.display)
      case 'close-overlays':
        ports.holdEscape(false)
        return overlays.closeAll()
      case 'watch':
        return watch(effect.stage, effect.milliseconds)
      case 'offer-windows':
        return overlays.offerWindows(effect.display)
      case 'draw':
        return overlays.draw(effect.selection)
      case 'crop':
        try {
          cuts += 1
          cut = { name: String(cuts), bytes: frames.cut(effect.display, effect.crop) }
          return tell({ kind: 'cropped', picture: cut.name })
        } catch (cause) {
          return tell({ kind: 'crop-failed', cause })
        }
      case 'remember':
        return ports.remember(effect.region)
      case 'read':
        return void read(pictureOf(effect.picture))
      case 'stop-reading':
        return calling.abort()
      case 'offer':
        overlays.focus(effect.display)
        return overlays.tell(effect.display, { kind: 'bar' })
      case 'ask':
        return ports.ask(pictureOf(effect.picture), effect.question, (event) => {
          // Later the overlay may belong to another capture.
          if (state().kind === 'asking') overlays.tell(effect.display, event)
        })
      case 'pin':
        return ports.pin(pictureOf(effect.picture), effect.region)
      case 'deliver':
        return void deliver(effect.steps)
      case 'tell':
        return ports.tellFailure(effect.failure)
      default:
        return assertNever(effect, 'an effect of no known kind')
    }
  }
}
