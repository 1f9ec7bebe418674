import { Alert, Button, Group, Menu, Progress, Stack, Text } from '@mantine/core'
import { CircleHelp, Clock } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../../preload/contract/library.ts'
import { useSettings } from '../../../app/settings.ts'
import { useView } from '../../../app/view.ts'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { toldText } from '../../../ui/told.ts'
import { useFormats } from '../../../ui/useFormats.ts'
import { useStreams } from '../../entry/index.ts'
import { LinesToCome } from '../LinesToCome.tsx'
import { asProblem } from './problem.ts'
import classes from './States.module.css'
import { useJob } from './useJob.ts'

const Answer = lazy(async () => ({ default: (await import('../markdown/Answer.tsx')).Answer }))

interface Props {
  readonly entry: EntryView
}

/** An entry whose answer is not there: why, until when, and what can be done about it. */
export function Unfinished({ entry }: Props) {
  switch (entry.state) {
    case 'queued':
    case 'running':
      return <Working entry={entry} />
    case 'waiting':
      return <Held entry={entry} />
    case 'failed':
      return <Failed entry={entry} />
    case 'unsure':
      return <Unsure entry={entry} />
    case 'cancelled':
      return <Cancelled entry={entry} />
    case 'done':
      return null
    default:
      return entry.state
  }
}

/** The answer while it is being written. */
function Working({ entry }: Props) {
  const { t } = useTranslation('result')
  const text = useStreams((streams) => streams.answers[entry.id])
  const done = useStreams((streams) => streams.working[entry.id])
  const { wish, isBusy, problem } = useJob(entry.id)
  const isRunning = entry.state === 'running'
  return (
    <Stack gap="sm" aria-busy>
      <Group justify="space-between" wrap="nowrap">
        <Text component="output" size="sm" c="dimmed">
          {t(isRunning ? (entry.engine === 'device' ? 'reading' : 'answering') : 'queued')}
        </Text>
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void wish({ kind: 'cancel' })}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </Group>
      {problem !== undefined && <ProblemView problem={problem} />}
      {done !== undefined && (
        <Progress value={done * 100} size="xs" aria-label={t('progress')} transitionDuration={200} />
      )}
      {text === undefined ? (
        <LinesToCome />
      ) : (
        <Suspense fallback={<LinesToCome />}>
          <Answer text={text} />
        </Suspense>
      )}
    </Stack>
  )
}

const reasons = ['offline', 'needs-key', 'rate', 'quota', 'disk-full', 'paused', 'retry'] as const

function Held({ entry }: Props) {
  const { t } = useTranslation('result')
  const formats = useFormats()
  const go = useView((view) => view.go)
  const { wish, isBusy, problem } = useJob(entry.id)
  const reason = reasons.find((one) => one === entry.reason)
  return (
    <Stack gap="sm">
      <Alert
        color="yellow"
        variant="light"
        classNames={{ title: classes['title'] ?? '' }}
        icon={<Clock size="1.125rem" aria-hidden />}
        title={t('waiting')}
      >
        <Text size="sm">
          {reason === undefined ? t('reasons.other') : t(`reasons.${reason}`)}
          {entry.notBefore !== undefined && ` ${t('until', { when: formats.dateAndTime(entry.notBefore) })}`}
        </Text>
        {entry.failure !== undefined && (
          <Text size="xs" mt={4}>
            {toldText(entry.failure).message}
          </Text>
        )}
        <Group gap="xs" mt="sm">
          {reason === 'needs-key' && (
            <Button size="xs" onClick={() => go('settings')}>
              {t('addKey')}
            </Button>
          )}
          <Button size="xs" variant="default" loading={isBusy} onClick={() => void wish({ kind: 'retry' })}>
            {t('tryNow')}
          </Button>
          <Move entry={entry} move={(engine) => void wish({ kind: 'move', engine })} />
          <Button size="xs" variant="subtle" color="gray" onClick={() => void wish({ kind: 'cancel' })}>
            {t('cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Alert>
      {problem !== undefined && <ProblemView problem={problem} />}
    </Stack>
  )
}

/** Another provider that is in use; reading on this machine cannot do what a model was asked. */
function Move({ entry, move }: Props & { readonly move: (engine: string) => void }) {
  const { t } = useTranslation('result')
  const others = useSettings().providers.filter(({ id, inUse }) => inUse && id !== entry.engine)
  if (entry.engine === 'device' || others.length === 0) return null
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default">
          {t('move')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ id, title }) => (
          <Menu.Item key={id} onClick={() => move(id)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const settingsCodes: readonly string[] = ['vision-auth', 'vision-key-missing', 'vision-key-format', 'vision-address']

function Failed({ entry }: Props) {
  const { t } = useTranslation('result')
  const { go, askAgain } = useView()
  const { wish, isBusy, problem } = useJob(entry.id)
  const failure = problem ?? asProblem(entry.failure)
  return (
    <ProblemView problem={failure} retry={() => void wish({ kind: 'retry' })} isRetrying={isBusy}>
      {settingsCodes.includes(failure.code) && (
        <Button size="xs" onClick={() => go('settings')}>
          {t('openSettings')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => askAgain(entry.id)}>
        {t('askOther')}
      </Button>
    </ProblemView>
  )
}

function Unsure({ entry }: Props) {
  const { t } = useTranslation('result')
  const { wish, isBusy, problem } = useJob(entry.id)
  return (
    <Stack gap="sm">
      <Alert
        color="yellow"
        variant="light"
        classNames={{ title: classes['title'] ?? '' }}
        icon={<CircleHelp size="1.125rem" aria-hidden />}
        title={t('unsure.title')}
      >
        <Text size="sm">{t('unsure.text')}</Text>
        <Group gap="xs" mt="sm">
          <Button size="xs" loading={isBusy} onClick={() => void wish({ kind: 'resolve', answer: 'repeat' })}>
            {t('unsure.repeat')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void wish({ kind: 'resolve', answer: 'give-up' })}>
            {t('unsure.giveUp')}
          </Button>
        </Group>
      </Alert>
      {problem !== undefined && <ProblemView problem={problem} />}
    </Stack>
  )
}

function Cancelled({ entry }: Props) {
  const { t } = useTranslation('result')
  const { wish, isBusy, problem } = useJob(entry.id)
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm" c="dimmed">
        {t('cancelled')}
      </Text>
      <Button size="xs" variant="default" loading={isBusy} onClick={() => void wish({ kind: 'retry' })}>
        {t('askOnce')}
      </Button>
      {problem !== undefined && <ProblemView problem={problem} />}
    </Stack>
  )
}
