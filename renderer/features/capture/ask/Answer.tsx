import { Check, Copy, ExternalLink } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { act } from '../act.ts'
import { useCopied } from '../useCopied.ts'
import type { Words } from '../words.ts'
import type { AnswerState } from './answer.ts'

// Only who asks needs it.
const Formatted = lazy(() => import('./Formatted.tsx').then(({ Formatted: component }) => ({ default: component })))

// Only who fails needs it.
const ProblemWords = lazy(() =>
  import('./ProblemWords.tsx').then(({ ProblemWords: component }) => ({ default: component }))
)

/** What has come of a question. Growing text is plain; formatted once it is whole. */
export function Answer({ words, answer }: { readonly words: Words; readonly answer: AnswerState }) {
  const { bar } = words
  if (answer.kind === 'none') return null
  if (answer.kind === 'problem') {
    return (
      <div className="answer answer-problem" role="alert">
        <Suspense>
          <ProblemWords problem={answer.problem} />
        </Suspense>
      </div>
    )
  }
  if (answer.kind === 'coming') {
    return (
      <section className="answer" aria-label={bar.answer} aria-busy="true">
        {answer.text === '' ? <p className="thinking">{bar.thinking}</p> : <p className="plain">{answer.text}</p>}
      </section>
    )
  }
  return (
    <section className="answer" aria-label={bar.answer}>
      <output className="answer-text">
        <Suspense fallback={<p className="plain">{answer.text}</p>}>
          <Formatted text={answer.text} />
        </Suspense>
      </output>
      <AnswerTools words={words} text={answer.text} entry={answer.entry} />
    </section>
  )
}

function AnswerTools({ words: { bar }, text, entry }: AnswerToolsProps) {
  const [isCopied, copy] = useCopied()
  return (
    <div className="answer-tools">
      <span className="quiet">{bar.kept}</span>
      <button type="button" onClick={() => copy(text)}>
        {isCopied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        {isCopied ? bar.copied : bar.copyAnswer}
      </button>
      <button type="button" onClick={() => act({ kind: 'open', entry })}>
        <ExternalLink size={14} aria-hidden="true" />
        {bar.open}
      </button>
    </div>
  )
}

interface AnswerToolsProps {
  readonly words: Words
  readonly text: string
  readonly entry: number
}
