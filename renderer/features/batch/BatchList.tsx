import { Eye, Files, FileText, Folder, Pause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BatchStatus } from '../../../preload/contract/jobs.ts'
import { useFormats } from '../../ui/useFormats.ts'
import { BatchBar } from './BatchBar.tsx'
import classes from './BatchRoom.module.css'
import { progressOf } from './progress.ts'

interface Props {
  readonly batches: readonly BatchStatus[]
  readonly chosen: number | undefined
  readonly choose: (batch: number) => void
}

/** All batches, the latest first. */
export function BatchList({ batches, chosen, choose }: Props) {
  const { t } = useTranslation('batch')
  return (
    <nav aria-label={t('list')} className={classes['batches']}>
      <ul>
        {batches.map((batch) => (
          <li key={batch.id}>
            <button
              type="button"
              className={classes['batch']}
              {...(batch.id === chosen ? { 'aria-current': true } : {})}
              onClick={() => choose(batch.id)}
            >
              <BatchLine batch={batch} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const icons = { folder: Folder, files: Files, document: FileText } as const

function BatchLine({ batch }: { readonly batch: BatchStatus }) {
  const { t } = useTranslation('batch')
  const formats = useFormats()
  const { total, done, failed } = progressOf(batch)
  const Icon = batch.paused ? Pause : batch.watched ? Eye : (icons[batch.source as keyof typeof icons] ?? Folder)
  const numbers = { done: formats.number(done), total: formats.number(total) }
  return (
    <>
      <span className={classes['batchTitle']}>
        <Icon size="1rem" strokeWidth={1.75} aria-hidden />
        <span className={classes['name']}>
          <bdi>{batch.title}</bdi>
        </span>
      </span>
      <BatchBar batch={batch} />
      <span className={classes['batchFacts']}>
        <span>{t('doneOf', numbers)}</span>
        {failed > 0 && (
          <span data-tone="bad">{t('failedCount', { count: failed, formatted: formats.number(failed) })}</span>
        )}
        <span className={classes['end']}>{batch.paused ? t('paused') : formats.when(batch.created)}</span>
      </span>
    </>
  )
}
