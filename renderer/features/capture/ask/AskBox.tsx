import { ArrowUp } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { act } from '../act.ts'
import type { Words } from '../words.ts'
import { Answer } from './Answer.tsx'
import type { AnswerState } from './answer.ts'

/** The box for a question, and the answer under it. */
export function AskBox({ words, answer, onAsked, focused, children }: AskBoxProps) {
  const [question, setQuestion] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) box.current?.focus()
  }, [focused])

  const send = (event: FormEvent): void => {
    event.preventDefault()
    const asked = question.trim()
    if (asked === '' || answer.kind === 'coming') return
    onAsked()
    act({ kind: 'bar', action: 'ask', question: asked })
  }
  return (
    <>
      <form className="ask" onSubmit={send}>
        <input
          ref={box}
          type="text"
          aria-label={words.bar.question}
          placeholder={words.bar.placeholder}
          value={question}
          maxLength={8000}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <button
          type="submit"
          className="send"
          aria-label={words.bar.send}
          disabled={question.trim() === '' || answer.kind === 'coming'}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </button>
      </form>
      {children}
      <Answer words={words} answer={answer} />
    </>
  )
}

interface AskBoxProps {
  readonly words: Words
  readonly answer: AnswerState
  /** Something was asked: an answer is on its way. */
  readonly onAsked: () => void
  readonly focused: boolean
  /** Between box and answer. */
  readonly children?: ReactNode
}
