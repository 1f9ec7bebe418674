import { Progress, Text } from '@mantine/core'
import { CircleAlert, CircleSlash, Clock, HelpCircle, Loader } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EntrySummary } from '../../../../preload/contract/library.ts'
import { useFormats } from '../../../ui/useFormats.ts'
import { useStreams } from '../../entry/index.ts'
import { failureText } from '../failureText.ts'
import { isSoon, standingOf } from '../standing.ts'
import classes from './EntryRow.module.css'

interface Props {
  readonly entry: EntrySummary
  readonly now: number
}

/** Where an entry stands that is not done: why it waits and until when, how far it is, what went wrong. */
export function StateLine({ entry, now }: Props) {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const standing = standingOf(entry, now)
  switch (standing.kind) {
    case 'queued':
      return <Line icon={Clock} text={t('standing.queued')} />
    case 'running':
      return <Running entry={entry} />
    case 'waiting': {
      const { reason, until } = standing
      if (until === undefined) return <Line icon={Clock} text={t(`waits.${reason}`)} tone="waiting" />
      const time = isSoon(until, now) ? formats.time(until) : formats.dateAndTime(until)
      return <Line icon={Clock} text={t(`waitsUntil.${reason}`, { time })} tone="waiting" />
    }
    case 'unsure':
      return <Line icon={HelpCircle} text={t('standing.unsure')} tone="waiting" />
    case 'failed':
      return <Line icon={CircleAlert} text={failureText(entry.failure) ?? t('standing.failed')} tone="bad" />
    case 'cancelled':
      return <Line icon={CircleSlash} text={t('standing.cancelled')} />
    case 'done':
  }
  return null
}

interface LineProps {
  readonly icon: typeof Clock
  readonly text: string
  readonly tone?: 'quiet' | 'waiting' | 'bad'
}

function Line({ icon: Icon, text, tone = 'quiet' }: LineProps) {
  return (
    <span className={classes['state']} data-tone={tone} title={text}>
      <Icon size="0.875rem" aria-hidden className={classes['stateIcon']} />
      <span className={classes['stateText']}>{text}</span>
    </span>
  )
}

function Running({ entry }: { readonly entry: EntrySummary }) {
  const { t } = useTranslation('library')
  const done = useStreams((streams) => streams.working[entry.id])
  return (
    <span className={classes['state']} data-tone="running">
      <Loader size="0.875rem" aria-hidden className={classes['stateIcon']} data-turning />
      <Text span inherit className={classes['stateText']}>
        {t(entry.task === 'read' ? 'standing.reading' : 'standing.running')}
      </Text>
      {done !== undefined && (
        <Progress
          className={classes['progress']}
          size={4}
          value={done * 100}
          aria-label={t('standing.progress')}
          transitionDuration={200}
        />
      )}
    </span>
  )
}
