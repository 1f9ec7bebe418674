import { Button, Group, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../../preload/contract/library.ts'
import { useStreams } from '../../entry/index.ts'
import { CopyButton } from '../CopyButton.tsx'
import { LinesToCome } from '../LinesToCome.tsx'
import { cancelFurther, useFollowing } from './follow.ts'
import classes from './Thread.module.css'

const Answer = lazy(async () => ({ default: (await import('../markdown/Answer.tsx')).Answer }))

/** What was asked further, and what was answered. */
export function Turns({ entry }: { readonly entry: Pick<EntryView, 'id' | 'turns'> }) {
  const { t } = useTranslation('result')
  const pending = useFollowing((following) => following.pending[entry.id])
  if (entry.turns.length === 0 && pending === undefined) return null
  return (
    <ol className={classes['turns']} aria-label={t('thread')}>
      {entry.turns.map((turn) => (
        <li key={turn.created}>
          <Question text={turn.question} />
          <Suspense fallback={<LinesToCome lines={2} />}>
            <Answer text={turn.answer} />
          </Suspense>
          <CopyButton text={() => turn.answer} label={t('copyAnswer')} />
        </li>
      ))}
      {pending !== undefined && <Pending entry={entry.id} question={pending} />}
    </ol>
  )
}

/** A question in the words of the person. */
export function Question({ text }: { readonly text: string }) {
  return (
    <p className={classes['question']} dir="auto">
      {text}
    </p>
  )
}

function Pending({ entry, question }: { readonly entry: number; readonly question: string }) {
  const { t } = useTranslation('result')
  const text = useStreams((streams) => streams.follows[entry])
  return (
    <li aria-busy>
      <Question text={question} />
      {text === undefined ? (
        <LinesToCome lines={2} />
      ) : (
        <Suspense fallback={null}>
          <Answer text={text} />
        </Suspense>
      )}
      <Group justify="space-between" mt="xs">
        <Text component="output" size="xs" c="dimmed">
          {t('answering')}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => void cancelFurther(entry)}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </Group>
    </li>
  )
}
