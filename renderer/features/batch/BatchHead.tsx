import { Button, Group, Title } from '@mantine/core'
import { Ban, Download, EyeOff, Pause, Play, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BatchStatus, QueueStatus } from '../../../preload/contract/jobs.ts'
import { confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notify.tsx'
import { useFormats } from '../../ui/useFormats.ts'
import { ExportMenu } from '../library/ExportMenu.tsx'
import { wishOf } from '../library/verbs.ts'
import { BatchBar } from './BatchBar.tsx'
import classes from './BatchRoom.module.css'
import { exportBatch } from './exportBatch.ts'
import { progressOf, timeLeft } from './progress.ts'

interface Props {
  readonly batch: BatchStatus
  readonly status: QueueStatus
}

/** What a batch is called, how far it is, and what can be done with all of it. */
export function BatchHead({ batch, status }: Props) {
  return (
    <header className={classes['head']}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4" className={classes['name'] ?? ''}>
          <bdi>{batch.title}</bdi>
        </Title>
        <Actions batch={batch} />
      </Group>
      <BatchBar batch={batch} />
      <Facts batch={batch} status={status} />
    </header>
  )
}

function Facts({ batch, status }: Props) {
  const { t } = useTranslation('batch')
  const formats = useFormats()
  const { total, done, failed, waiting, part, isSettled } = progressOf(batch)
  const left = timeLeft(batch, status.progress, status.paused)
  const count = (key: 'failedCount' | 'waitingCount', value: number): string[] =>
    value === 0 ? [] : [t(key, { count: value, formatted: formats.number(value) })]
  const facts = [
    t('doneOf', { done: formats.number(done), total: formats.number(total) }),
    ...(isSettled ? [] : [formats.percent(part)]),
    ...count('failedCount', failed),
    ...count('waitingCount', waiting),
    ...(left === undefined ? [] : [t('timeLeft', { time: formats.duration(left) })]),
    ...(batch.listed || batch.watched ? [] : [t('listing')]),
    ...(batch.watched ? [t('watching')] : []),
    ...(batch.paused ? [t('paused')] : [])
  ]
  return <output className={classes['facts']}>{facts.join(' · ')}</output>
}

function Actions({ batch }: { readonly batch: BatchStatus }) {
  const { t } = useTranslation(['batch', 'library'])
  const { failed, isSettled, done } = progressOf(batch)
  const which = { batch: batch.id }
  const cancel = async (): Promise<void> => {
    const isAgreed = await confirm({
      title: t('cancel.title', { title: batch.title }),
      message: t('cancel.text'),
      action: t('cancel.action')
    })
    if (isAgreed) await wishOf(which, { kind: 'cancel' })
  }
  const retry = async (): Promise<void> => {
    const count = await wishOf({ ...which, states: ['failed'] }, { kind: 'retry' })
    if (count !== undefined) notify.success(t('library:done.retry', { count }))
  }
  return (
    <Group gap="xs">
      {failed > 0 && <Action icon={RotateCw} label={t('actions.retry')} run={() => void retry()} />}
      {!isSettled && (
        <Action
          icon={batch.paused ? Play : Pause}
          label={t(batch.paused ? 'actions.resume' : 'actions.pause')}
          run={() => void wishOf(which, { kind: batch.paused ? 'resume' : 'pause' })}
        />
      )}
      {batch.watched && (
        <Action icon={EyeOff} label={t('actions.unwatch')} run={() => void wishOf(which, { kind: 'unwatch' })} />
      )}
      {!isSettled && <Action icon={Ban} label={t('actions.cancel')} run={() => void cancel()} />}
      <ExportMenu choose={(format) => void exportBatch(batch.id, format)}>
        <Button size="xs" disabled={done === 0} leftSection={<Download size="0.875rem" aria-hidden />}>
          {t('actions.export')}
        </Button>
      </ExportMenu>
    </Group>
  )
}

interface ActionProps {
  readonly icon: typeof Pause
  readonly label: string
  readonly run: () => void
}

function Action({ icon: Icon, label, run }: ActionProps) {
  return (
    <Button variant="default" size="xs" leftSection={<Icon size="0.875rem" aria-hidden />} onClick={run}>
      {label}
    </Button>
  )
}
