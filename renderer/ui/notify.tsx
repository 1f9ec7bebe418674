import { Anchor } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Check, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../preload/contract/result.ts'
import { problemOf } from '../app/bridge.ts'
import { problemText } from './problemText.ts'
import { UndoToast } from './UndoToast.tsx'

export interface Undoable {
  /** What was done, such as `3 entries deleted`. */
  readonly message: string
  readonly undo: () => void | Promise<unknown>
  /** How long it can be undone. Default: 10, as long as main keeps what was deleted. */
  readonly seconds?: number
}

interface Told {
  readonly message: ReactNode
  readonly title?: string | undefined
  /** Runs on a click; the toast goes. */
  readonly open?: { readonly label: string; readonly run: () => void } | undefined
}

const readingTime = 5000
const problemTime = 12_000

/** What can be undone by Ctrl/Cmd+Z now, the latest last. */
const undoables: { readonly id: string; readonly undo: () => void }[] = []

/** Short messages at the edge of the window. Texts come translated. */
export const notify = {
  success: (message: string): void => {
    notifications.show({
      message,
      icon: <Check size="1rem" aria-hidden />,
      color: 'teal',
      autoClose: readingTime,
      role: 'status'
    })
  },
  info: ({ message, title, open }: Told): void =>
    tell({ message, title, open }, 'lens', <Info size="1rem" aria-hidden />),
  warning: ({ message, title, open }: Told): void =>
    tell({ message, title, open }, 'yellow', <TriangleAlert size="1rem" aria-hidden />),
  /** Whatever was thrown or refused. Nothing is said of what the person cancelled. */
  problem: (problem: Problem | Error): void => {
    const told = problem instanceof Error ? problemOf(problem) : problem
    if (told.code === 'cancelled') return
    notifications.show({
      title: <ProblemWords problem={told} part="title" />,
      message: <ProblemWords problem={told} part="rest" />,
      icon: <TriangleAlert size="1rem" aria-hidden />,
      color: 'red',
      autoClose: problemTime
    })
  },
  undoable: ({ message, undo, seconds = 10 }: Undoable): void => {
    const id = crypto.randomUUID()
    const forget = (): void => {
      const place = undoables.findIndex((undoable) => undoable.id === id)
      // Hiding a toast closes it, which comes here again.
      if (place < 0) return
      undoables.splice(place, 1)
      notifications.hide(id)
    }
    const undoNow = (): void => {
      forget()
      void undo()
    }
    undoables.push({ id, undo: undoNow })
    notifications.show({
      id,
      message: <UndoToast message={message} seconds={seconds} undo={undoNow} />,
      withBorder: true,
      // Main forgets after a fixed time: a toast that waits under the pointer would promise too much.
      autoClose: false,
      role: 'status',
      onClose: forget
    })
    setTimeout(forget, seconds * 1000)
  }
}

/** Undoes what was told of last. False when there is nothing. */
export function undoLatest(): boolean {
  const latest = undoables.at(-1)
  latest?.undo()
  return latest !== undefined
}

function tell({ message, title, open }: Told, color: string, icon: ReactNode): void {
  const id = crypto.randomUUID()
  const run = (): void => {
    notifications.hide(id)
    open?.run()
  }
  notifications.show({
    id,
    ...(title === undefined ? {} : { title }),
    message: open === undefined ? message : <OpenToast message={message} label={open.label} run={run} />,
    icon,
    color,
    autoClose: open === undefined ? readingTime : problemTime,
    role: 'status'
  })
}

function OpenToast({
  message,
  label,
  run
}: {
  readonly message: ReactNode
  readonly label: string
  readonly run: () => void
}) {
  return (
    <>
      {message}{' '}
      <Anchor component="button" type="button" size="sm" onClick={run}>
        {label}
      </Anchor>
    </>
  )
}

/** In the language of the window, also when that changes while it stands there. */
function ProblemWords({ problem, part }: { readonly problem: Problem; readonly part: 'title' | 'rest' }) {
  const { i18n } = useTranslation()
  const { title, advice, detail } = problemText(problem)
  return part === 'title' ? title : [detail, advice].filter(Boolean).join(i18n.language === 'en' ? ' ' : '')
}
