import { FileText } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../preload/contract/library.ts'
import { useView } from '../../app/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { reloadEntry, useEntry } from '../entry/index.ts'
import { Content } from './Content.tsx'
import { Header } from './Header.tsx'
import { LinkDialog } from './markdown/link.tsx'
import classes from './Result.module.css'
import { Siblings } from './Siblings.tsx'
import { Unfinished } from './states/Unfinished.tsx'
import { Editor, editDraft } from './text/Editor.tsx'
import { LayoutSwitch } from './text/LayoutSwitch.tsx'
import { AskBar } from './thread/AskBar.tsx'
import { useFollowing } from './thread/follow.ts'
import { Question, Turns } from './thread/Turns.tsx'
import { UsageLine } from './UsageLine.tsx'
import { useStickyEnd } from './useStickyEnd.ts'

const Compare = lazy(async () => ({ default: (await import('./compare/Compare.tsx')).Compare }))

/** What the chosen entry says. */
export function ResultPane() {
  const { t } = useTranslation('result')
  const { id, entry, problem } = useEntry()
  if (id === undefined) return <EmptyState icon={FileText} title={t('empty.title')} text={t('empty.text')} />
  if (problem !== undefined) {
    return (
      <div className={classes['body']}>
        <ProblemView problem={problem} retry={() => void reloadEntry()} />
      </div>
    )
  }
  if (entry === undefined) return <Waiting words={t('loading')} />
  return <EntryResult key={entry.id} entry={entry} />
}

function EntryResult({ entry }: { readonly entry: EntryView }) {
  const { t } = useTranslation('result')
  const scroller = useRef<HTMLElement>(null)
  const [isEditing, setEditing] = useState(() => editDraft(entry.id) in useView.getState().drafts)
  const [hadDraft] = useState(isEditing)
  const [other, setOther] = useState<number>()
  const isFollowing = useFollowing((following) => entry.id in following.pending)
  const isDone = entry.state === 'done'
  useStickyEnd(scroller, isFollowing || entry.state === 'running')
  return (
    <div className={classes['result']}>
      <Header entry={entry} isEditing={isEditing} edit={() => setEditing((former) => !former)} />
      <section ref={scroller} className={classes['body']} data-scroller aria-label={t('content')}>
        <div>
          {entry.question !== undefined && <Question text={entry.question} />}
          {isDone && entry.layout !== undefined && !isEditing && (
            <div className={classes['tools']}>
              <LayoutSwitch layout={entry.layout} />
            </div>
          )}
          {isEditing && isDone ? (
            <Editor entry={entry.id} text={entry.text} isWished={!hadDraft} close={() => setEditing(false)} />
          ) : isDone ? (
            <Content entry={entry} />
          ) : (
            <Unfinished entry={entry} />
          )}
          {isDone && <UsageLine entry={entry} />}
          {isDone && <Turns entry={entry} />}
          <Siblings entry={entry} compare={setOther} />
        </div>
      </section>
      {isDone && <AskBar entry={entry} />}
      <LinkDialog />
      {other !== undefined && (
        <Suspense>
          <Compare entry={entry} other={other} close={() => setOther(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
