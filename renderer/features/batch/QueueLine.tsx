import { Button } from '@mantine/core'
import { Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QueueStatus } from '../../../preload/contract/jobs.ts'
import { useFormats } from '../../ui/useFormats.ts'
import { waitingReasons } from '../library/standing.ts'
import { wishOf } from '../library/verbs.ts'
import classes from './BatchRoom.module.css'
import { inSeconds } from './progress.ts'

/** The whole queue: what it does, why some of it waits, and a way to hold it. */
export function QueueLine({ status }: { readonly status: QueueStatus }) {
  const { t } = useTranslation('batch')
  const formats = useFormats()
  const rateText = useRateText()
  const { paused, states, progress } = status
  const left = states.queued + states.running + states.waiting
  const parts = [
    left === 0 ? t('queue.empty') : t('queue.left', { count: left, formatted: formats.number(left) }),
    ...(left > 0 && !paused && progress.rate !== undefined && progress.rate > 0 ? [rateText(progress.rate)] : []),
    ...(left > 0 && !paused && progress.timeLeft !== undefined
      ? [t('timeLeft', { time: formats.duration(inSeconds(progress.timeLeft)) })]
      : [])
  ]
  return (
    <section className={classes['queue']} aria-label={t('queue.label')}>
      <output className={classes['queueText']}>
        <strong>{t(paused ? 'queue.paused' : left === 0 ? 'queue.idle' : 'queue.working')}</strong>
        <span>{parts.join(' · ')}</span>
        <Waits status={status} />
      </output>
      <Button
        variant="default"
        size="xs"
        leftSection={paused ? <Play size="0.875rem" aria-hidden /> : <Pause size="0.875rem" aria-hidden />}
        onClick={() => void wishOf({}, { kind: paused ? 'resume' : 'pause' })}
      >
        {t(paused ? 'queue.resume' : 'queue.pause')}
      </Button>
    </section>
  )
}

/** What the waiting jobs wait for. */
function Waits({ status: { waiting, states } }: { readonly status: QueueStatus }) {
  const { t } = useTranslation('batch')
  const formats = useFormats()
  const parts = waitingReasons.flatMap((reason) => {
    const count = waiting[reason] ?? 0
    return count === 0 ? [] : [t(`waiting.${reason}`, { count, formatted: formats.number(count) })]
  })
  const asks =
    states.unsure === 0 ? [] : [t('waiting.unsure', { count: states.unsure, formatted: formats.number(states.unsure) })]
  const all = [...parts, ...asks]
  return all.length === 0 ? null : <span data-tone="waiting">{all.join(' · ')}</span>
}

/** Slow ones by the minute: 0.02 a second says nothing. */
function useRateText(): (rate: number) => string {
  const { t } = useTranslation('batch')
  const formats = useFormats()
  const rounded = (rate: number): string => formats.number(Math.round(rate * 10) / 10)
  return (rate) =>
    rate >= 1 ? t('rateSecond', { rate: rounded(rate) }) : t('rateMinute', { rate: rounded(rate * 60) })
}
