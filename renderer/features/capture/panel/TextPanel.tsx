import { Check, Copy, ExternalLink, MessageCircleQuestion, Pencil, X } from 'lucide-react'
import { useState } from 'react'
import type { PanelScene } from '../../../../preload/contract/capture.ts'
import { act } from '../act.ts'
import { AskBox } from '../ask/AskBox.tsx'
import type { AnswerState } from '../ask/answer.ts'
import { useCopied } from '../useCopied.ts'
import type { Words } from '../words.ts'
import { useText } from './useText.ts'

/** The text of a capture under its picture: to be copied, mended, and asked about. */
export function TextPanel({ scene, entry, words, answer, onAsked }: TextPanelProps) {
  const { panel } = words
  const [text, keep] = useText(entry)
  const [draft, setDraft] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const [isCopied, copy] = useCopied()
  const save = (): void => {
    if (draft !== undefined) keep(draft)
    setDraft(undefined)
  }
  return (
    <main className="panel" aria-label={panel.label}>
      <header className="panel-head">
        <h1 className="panel-name">{panel.label}</h1>
        <button type="button" className="icon" aria-label={panel.close} onClick={() => act({ kind: 'escape' })}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="panel-picture">
        <img src={scene.picture} alt={panel.picture} {...scene.size} draggable={false} />
      </div>
      {draft === undefined ? (
        <ReadText text={text} words={words} />
      ) : (
        <textarea
          key="draft"
          className="panel-text draft"
          aria-label={panel.text}
          value={draft}
          // The person has just asked to edit.
          ref={focusOnce}
          onChange={(event) => setDraft(event.target.value)}
        />
      )}
      {isAsking && (
        <div className="panel-ask">
          <AskBox words={words} answer={answer} onAsked={onAsked} focused />
        </div>
      )}
      <footer className="panel-tools">
        {draft === undefined ? (
          <>
            <button type="button" className="primary" disabled={!text} onClick={() => copy(text ?? '')} ref={focusOnce}>
              {isCopied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
              {isCopied ? panel.copied : panel.copy}
            </button>
            <button type="button" disabled={text === undefined} onClick={() => setDraft(text)}>
              <Pencil size={15} aria-hidden="true" />
              {panel.edit}
            </button>
            <button type="button" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
              <MessageCircleQuestion size={15} aria-hidden="true" />
              {panel.ask}
            </button>
            <button
              type="button"
              className="icon last"
              aria-label={panel.open}
              title={panel.open}
              onClick={() => act({ kind: 'open', entry })}
            >
              <ExternalLink size={15} aria-hidden="true" />
            </button>
          </>
        ) : (
          <>
            <button type="button" className="primary" onClick={save}>
              <Check size={15} aria-hidden="true" />
              {panel.save}
            </button>
            <button type="button" onClick={() => setDraft(undefined)}>
              {panel.discard}
            </button>
          </>
        )}
      </footer>
    </main>
  )
}

interface TextPanelProps {
  readonly scene: PanelScene
  /** Where the text is kept. */
  readonly entry: number
  readonly words: Words
  readonly answer: AnswerState
  readonly onAsked: () => void
}

function ReadText({ text, words: { panel } }: { readonly text: string | undefined; readonly words: Words }) {
  if (text === undefined) return <div className="panel-text quiet">{panel.loading}</div>
  if (text.trim() === '') return <div className="panel-text quiet">{panel.noText}</div>
  // It is scrolled and selected by keys as well.
  return <textarea key="read" className="panel-text" aria-label={panel.text} value={text} readOnly />
}

/** Stays the same function, so React calls it once, when the element comes. */
function focusOnce(element: HTMLElement | null): void {
  element?.focus()
}
