import { SegmentedControl } from '@mantine/core'
import { FileSearch } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchStatus, QueueStatus } from '../../../preload/contract/jobs.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useFormats } from '../../ui/useFormats.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { EntryGrid } from '../library/list/EntryGrid.tsx'
import { usePicking } from '../library/list/usePicking.ts'
import { useListing } from '../library/listing/useListing.ts'
import { SelectionBar } from '../library/SelectionBar.tsx'
import { useNow } from '../library/useNow.ts'
import { BatchHead } from './BatchHead.tsx'
import classes from './BatchRoom.module.css'
import { FileRow, fileRowHeight } from './FileRow.tsx'
import { choiceStates, type FileChoice, fileChoices, progressOf } from './progress.ts'
import { Refusals } from './Refusals.tsx'
import { useChosen } from './useChosen.ts'

const look = { cells: FileRow, height: fileRowHeight }

/** One batch: how far it is, and each of its files. */
export function BatchView({ batch, status }: { readonly batch: BatchStatus; readonly status: QueueStatus }) {
  const files = useChosen((chosen) => chosen.files)
  const isRefused = files === 'refused' && batch.refused > 0
  const choice = files === 'refused' ? 'all' : files
  return (
    <section className={classes['view']} aria-label={batch.title}>
      <BatchHead batch={batch} status={status} />
      <Choice batch={batch} value={isRefused ? 'refused' : choice} />
      {isRefused ? (
        <Refusals refusals={status.refusals} />
      ) : (
        <FileList key={`${batch.id} ${choice}`} batch={batch.id} choice={choice} />
      )}
    </section>
  )
}

/** Which of the files are listed, with their numbers. */
function Choice({ batch, value }: { readonly batch: BatchStatus; readonly value: FileChoice | 'refused' }) {
  const { t } = useTranslation('batch')
  const formats = useFormats()
  const { total, done, failed, cancelled, open, waiting } = progressOf(batch)
  const counts = { all: total, open: open + waiting, done, failed: failed + cancelled, refused: batch.refused }
  const choices = [...fileChoices, ...(batch.refused > 0 ? (['refused'] as const) : [])]
  return (
    <SegmentedControl
      className={classes['choice'] ?? ''}
      size="xs"
      aria-label={t('files.label')}
      value={value}
      onChange={(files) => useChosen.setState({ files })}
      data={choices.map((choice) => ({
        value: choice,
        label: `${t(`files.${choice}`)} ${formats.number(counts[choice])}`
      }))}
    />
  )
}

function FileList({ batch, choice }: { readonly batch: number; readonly choice: FileChoice }) {
  const { t } = useTranslation(['batch', 'library'])
  const question = useMemo(() => {
    const states = choiceStates[choice]
    return { words: '', filters: { batch, ...(states === undefined ? {} : { states: [...states] }) } }
  }, [batch, choice])
  const { listing, state } = useListing(question)
  const picking = usePicking(listing)
  const now = useNow()
  const { answered, problem, rows } = state
  return (
    <div className={classes['files']}>
      {problem !== undefined && <ProblemView problem={problem} retry={listing.retry} />}
      {answered === undefined && problem === undefined && <Waiting words={t('library:loading')} />}
      {answered !== undefined && problem === undefined && rows.count === 0 && (
        <EmptyState icon={FileSearch} title={t('files.nothing')} />
      )}
      {rows.count > 0 && <EntryGrid listing={listing} state={state} picking={picking} now={now} look={look} />}
      <SelectionBar picking={picking} />
    </div>
  )
}
