import { type NoticeAction, noticeActions } from '../../capture/delivery/notice.ts'
import type { DeliveryStep } from '../../capture/delivery/plan.ts'
import { decideUndo, holdLimit } from '../../capture/delivery/undo.ts'
import { actionWords, type Language, noticeWords, undoWords } from '../../capture/delivery/words.ts'
import { assertNever, Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import type { CaptureClipboard } from './clipboard.ts'
import type { Notices } from './notices.ts'

export interface DeliveryPorts {
  readonly clipboard: CaptureClipboard
  readonly notices: Notices
  readonly language: () => Language
  /** Whether a notification may show what was read. */
  readonly showsText: () => boolean
  readonly openPanel: (picture: Uint8Array, entry: number) => void
  /** Shows an entry in the main window. */
  readonly openEntry: (entry: number) => void
  /** Whether there is something to put back has changed. */
  readonly onHeld: () => void
  /** Milliseconds of one clock. */
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => void
}

export interface Delivery {
  /** Does the steps in their order. Throws `Failure` when the text cannot be handed over. */
  readonly deliver: (steps: readonly DeliveryStep[], from: { picture: Uint8Array; entry: number }) => Promise<void>
  /** Whether what was on the clipboard before the last capture is still held. */
  readonly canUndo: () => boolean
  /** Puts it back, or says why not. Never rejects. */
  readonly undo: () => Promise<void>
}

interface Hold {
  readonly since: number
  readonly restore: () => Promise<void>
  written: string
}

export function createDelivery(ports: DeliveryPorts): Delivery {
  const { clipboard, notices, language, now } = ports
  let held: Hold | undefined

  const keep = (next: Hold | undefined): void => {
    held = next
    ports.onHeld()
  }

  const hold = async (): Promise<void> => {
    // Without an undo the text is still wanted.
    const restore = await clipboard.hold().catch(() => undefined)
    const holding = restore && { since: now(), restore, written: '' }
    keep(holding)
    // It may have been a password: it is let go in time, also when nobody asks for it.
    if (holding) {
      ports.after(holdLimit, () => {
        if (held === holding) keep(undefined)
      })
    }
  }

  const write = async (text: string): Promise<void> => {
    try {
      await clipboard.writeText(text)
      if (held) held.written = text
    } catch (cause) {
      throw new Failure('internal', 'The text could not be put on the clipboard.', {
        advice: 'It is in the library: copy it from there.',
        saying: saying('app.clipboard'),
        cause
      })
    }
  }

  const undo = async (): Promise<void> => {
    const current = await clipboard.readText().catch(() => undefined)
    const decision = decideUndo({ heldSince: held?.since, written: held?.written ?? '', current, now: now() })
    if (decision !== 'restore') return notices.show({ ...undoWords(decision, language()), buttons: [] })
    const { restore } = held ?? {}
    keep(undefined)
    await restore?.().catch(() => notices.show({ ...undoWords('gone', language()), buttons: [] }))
  }

  const act = (action: NoticeAction, entry: number): void => {
    if (action === 'open') ports.openEntry(entry)
    else void undo()
  }

  const perform = async (step: DeliveryStep, picture: Uint8Array, entry: number): Promise<void> => {
    switch (step.kind) {
      case 'hold-clipboard':
        return await hold()
      case 'write-clipboard':
        return await write(step.text)
      case 'open-panel':
        return ports.openPanel(picture, entry)
      case 'notify':
        return notices.show({
          ...noticeWords(step.notice, language(), ports.showsText()),
          onClick: () => ports.openEntry(entry),
          buttons: noticeActions(step.notice, held !== undefined).map((action) => ({
            label: actionWords(action, language()),
            run: () => act(action, entry)
          }))
        })
      default:
        return assertNever(step, 'a step of no known kind')
    }
  }

  return {
    deliver: async (steps, { picture, entry }) => {
      for (const step of steps) await perform(step, picture, entry)
    },
    canUndo: () => held !== undefined,
    undo
  }
}
