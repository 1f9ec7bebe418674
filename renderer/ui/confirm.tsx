import { lazy, Suspense } from 'react'
import { create } from 'zustand'
import type { Question } from './ConfirmDialog.tsx'

interface Asked {
  readonly question: Question | undefined
  readonly answer: (isAgreed: boolean) => void
}

const nothing: Asked = { question: undefined, answer: () => undefined }
const useAsked = create<Asked>()(() => nothing)

/** Asks before something that cannot be undone; whatever can be is done at once, with `notify.undoable`. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    useAsked.getState().answer(false)
    useAsked.setState({
      question,
      answer: (isAgreed) => {
        useAsked.setState(nothing)
        resolve(isAgreed)
      }
    })
  })
}

// Most days nothing is asked: the dialog is loaded when something is.
const ConfirmDialog = lazy(async () => ({ default: (await import('./ConfirmDialog.tsx')).ConfirmDialog }))

/** Where questions are shown; once in the window. */
export function ConfirmPlace() {
  const { question, answer } = useAsked()
  if (question === undefined) return null
  return (
    <Suspense>
      <ConfirmDialog question={question} answer={answer} />
    </Suspense>
  )
}
