import { Modal, SimpleGrid, Switch, Text } from '@mantine/core'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../../preload/contract/library.ts'
import { bridge } from '../../../app/bridge.ts'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useVerb } from '../../../ui/useVerb.ts'
import { Waiting } from '../../../ui/Waiting.tsx'
import { EntryName } from '../EntryName.tsx'
import classes from './Compare.module.css'
import { diffWords, type Stretch } from './diff.ts'

const Answer = lazy(async () => ({ default: (await import('../markdown/Answer.tsx')).Answer }))

interface Props {
  readonly entry: EntryView
  /** What it is compared with. */
  readonly other: number
  readonly close: () => void
}

/** Two answers about one picture side by side. */
export function Compare({ entry, other, close }: Props) {
  const { t } = useTranslation('result')
  const { run, value, problem } = useVerb(bridge().library.entry)
  const [isMarked, setMarked] = useState(true)
  useEffect(() => void run({ id: other }), [run, other])
  const difference = useMemo(
    () => (value === undefined ? undefined : diffWords(value.text, entry.text)),
    [value, entry.text]
  )
  return (
    <Modal
      opened
      onClose={close}
      size="min(80rem, 94vw)"
      title={t('compare.title')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}
    >
      {problem !== undefined && <ProblemView problem={problem} retry={() => void run({ id: other })} />}
      {value === undefined || difference === undefined ? (
        problem === undefined && <Waiting words={t('loading')} />
      ) : (
        <>
          <Switch
            size="sm"
            mb="md"
            label={t('compare.mark')}
            checked={isMarked}
            onChange={(event) => setMarked(event.currentTarget.checked)}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            <Side entry={value} stretches={isMarked ? difference.left : undefined} />
            <Side entry={entry} stretches={isMarked ? difference.right : undefined} />
          </SimpleGrid>
        </>
      )}
    </Modal>
  )
}

interface SideProps {
  readonly entry: EntryView
  /** As text with marks; undefined: as the answer looks. */
  readonly stretches: readonly Stretch[] | undefined
}

function Side({ entry, stretches }: SideProps) {
  return (
    <section className={classes['side']}>
      <Text size="xs" c="dimmed" mb="xs">
        <EntryName entry={entry} />
      </Text>
      {stretches === undefined ? (
        <Suspense fallback={null}>
          <Answer text={entry.text} />
        </Suspense>
      ) : (
        <p className={classes['marked']} dir="auto">
          {stretches.map(({ text, changed }, index) => (changed ? <mark key={index}>{text}</mark> : text))}
        </p>
      )}
    </section>
  )
}
