import { ChartColumn, Copy, type LucideIcon, MessageCircleQuestion, Pin, ScanText, SquareDashed, X } from 'lucide-react'
import { useState } from 'react'
import type { BarAction, OverlayScene } from '../../../../preload/contract/capture.ts'
import { act } from '../act.ts'
import { Answer } from '../ask/Answer.tsx'
import { AskBox } from '../ask/AskBox.tsx'
import type { AnswerState } from '../ask/answer.ts'
import type { Rect, Size } from '../shapes.ts'
import type { Words } from '../words.ts'
import { cardPlace } from './place.ts'

const width = 570
/** DIP that a bar with an answer of some lines takes. */
const height = 240

const actions: readonly { readonly action: BarAction; readonly Icon: LucideIcon }[] = [
  { action: 'copy', Icon: Copy },
  { action: 'ask', Icon: MessageCircleQuestion },
  { action: 'describe', Icon: ScanText },
  { action: 'chart', Icon: ChartColumn },
  { action: 'boxes', Icon: SquareDashed },
  { action: 'pin', Icon: Pin }
]

/** What can be done with the region that stands. In `ask-region` the box for a question is open at once. */
export function Bar({ mode, region, page, words, answer, onAsked }: BarProps) {
  const [isOpen, setOpen] = useState(mode === 'ask-region')
  const { maxHeight, ...place } = cardPlace(region, page, width, height)
  const choose = (action: Exclude<BarAction, 'ask'>): void => {
    if (action === 'describe' || action === 'chart' || action === 'boxes') {
      if (answer.kind === 'coming') return
      onAsked()
    }
    act({ kind: 'bar', action })
  }
  const buttons = (
    <div className="actions" role="toolbar" aria-label={words.bar.label}>
      {actions.map(({ action, Icon }) =>
        action === 'ask' ? (
          !isOpen && <Action key={action} label={words.bar.ask} Icon={Icon} onChoose={() => setOpen(true)} />
        ) : (
          <Action
            key={action}
            label={words.bar[action]}
            Icon={Icon}
            onChoose={() => choose(action)}
            isFirst={action === 'copy' && !isOpen}
          />
        )
      )}
      <button
        type="button"
        className="action close"
        aria-label={words.bar.close}
        onClick={() => act({ kind: 'escape' })}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
  return (
    <section className="card" aria-label={words.bar.label} style={{ ...place, maxHeight }}>
      {isOpen ? (
        <AskBox words={words} answer={answer} onAsked={onAsked} focused>
          {buttons}
        </AskBox>
      ) : (
        <>
          {buttons}
          <Answer words={words} answer={answer} />
        </>
      )}
    </section>
  )
}

interface BarProps {
  readonly mode: OverlayScene['mode']
  /** In DIP of the page, as is `page`. */
  readonly region: Rect
  readonly page: Size
  readonly words: Words
  readonly answer: AnswerState
  readonly onAsked: () => void
}

function Action({ label, Icon, onChoose, isFirst = false }: ActionProps) {
  return (
    <button type="button" className="action" onClick={onChoose} ref={isFirst ? focusOnce : undefined}>
      <Icon size={16} aria-hidden="true" />
      <span>{label}</span>
    </button>
  )
}

/** Stays the same function, so React calls it once, when the button comes. */
function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus()
}

interface ActionProps {
  readonly label: string
  readonly Icon: LucideIcon
  readonly onChoose: () => void
  /** The keyboard begins here. */
  readonly isFirst?: boolean
}
