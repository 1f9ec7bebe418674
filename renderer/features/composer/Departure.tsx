import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { Send, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preview } from '../../../preload/contract/jobs.ts'
import type { Problem } from '../../../preload/contract/result.ts'
import { useSettings } from '../../app/settings.ts'
import { useView } from '../../app/view.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useFormats } from '../../ui/useFormats.ts'
import { useTold } from '../../ui/useTold.ts'
import classes from './Composer.module.css'

interface Props {
  readonly preview: Preview | undefined
  readonly problem: Problem | undefined
  readonly retry: () => void
  /** Of subjects: the figures are of the first. */
  readonly count: number
}

/** Nothing leaves this machine. */
export function StaysHere() {
  const { t } = useTranslation('composer')
  return (
    <Group gap="xs" wrap="nowrap" className={classes['departure'] ?? ''}>
      <ShieldCheck size="1.25rem" strokeWidth={1.5} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">{t('stays')}</Text>
    </Group>
  )
}

/** What goes where, before it does. */
export function Departure({ preview, problem, retry, count }: Props) {
  if (problem !== undefined) return <Hindrance problem={problem} retry={retry} />
  if (preview === undefined) return <Skeleton height="3.75rem" radius="md" mb="sm" />
  if (preview.host === '') return <StaysHere />
  return <Leaving preview={preview} count={count} />
}

function Hindrance({ problem, retry }: { readonly problem: Problem; readonly retry: () => void }) {
  const { t } = useTranslation('composer')
  const go = useView((view) => view.go)
  return (
    <ProblemView problem={problem} retry={retry}>
      {problem.code.startsWith('vision-') && (
        <Button size="xs" onClick={() => go('settings')}>
          {t('openSettings')}
        </Button>
      )}
    </ProblemView>
  )
}

function Leaving({ preview, count }: { readonly preview: Preview; readonly count: number }) {
  const { t, i18n } = useTranslation('composer')
  const formats = useFormats()
  const told = useTold()
  const { providers } = useSettings()
  const title = providers.find(({ id }) => id === preview.provider)?.title ?? preview.provider
  const cost = [
    t('calls', { count: preview.calls }),
    formats.bytes(preview.bytes),
    t('tokens', { count: preview.tokens, tokens: formats.number(preview.tokens) })
  ]
  const { remaining, renewed } = preview
  const isShort = remaining !== undefined && remaining < preview.calls
  const sentences = [
    ...(count > 1 ? [t('figures', { count })] : []),
    ...(preview.localText ? [t('withText')] : []),
    ...(remaining === undefined ? [] : [t('remaining', { count: remaining, left: formats.number(remaining) })]),
    ...(remaining === undefined || renewed === undefined ? [] : [t('renewed', { when: formats.dateAndTime(renewed) })]),
    ...preview.notices.map(told)
  ]
  return (
    <Stack gap={4} className={classes['departure'] ?? ''}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Send size="1.125rem" strokeWidth={1.5} aria-hidden style={{ flex: 'none', marginTop: '0.125rem' }} />
        <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <Text size="sm" fw={600}>
            {preview.isLoopback ? t('goesNear', { title }) : t('goesTo', { host: preview.host })}
          </Text>
          <Text size="xs" c="dimmed">
            <bdi>{preview.isLoopback ? preview.host : title}</bdi> · <bdi>{preview.model}</bdi>
          </Text>
          <Text size="xs">{cost.join(' · ')}</Text>
        </div>
        <Shots shots={preview.shots} />
      </Group>
      {sentences.length > 0 && (
        <Text size="xs" c={isShort ? 'red' : 'dimmed'}>
          {sentences.join(i18n.language === 'en' ? ' ' : '')}
        </Text>
      )}
    </Stack>
  )
}

/** So many are shown beside the words; the first says what the others look like. */
const mostShots = 3

/** The pictures as they will be sent; a click shows one at its size. */
function Shots({ shots }: Pick<Preview, 'shots'>) {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const [open, setOpen] = useState<number>()
  const large = open === undefined ? undefined : shots[open]
  const nameOf = ({ width, height, format, bytes }: Preview['shots'][number]): string =>
    t('shot', { width, height, format: format.toUpperCase(), size: formats.bytes(bytes) })
  if (shots.length === 0) return null
  return (
    <>
      <div className={classes['shots']}>
        {shots.slice(0, mostShots).map((shot, place) => (
          <button
            key={shot.address}
            type="button"
            className={`${classes['shot']} mantine-focus-auto`}
            title={nameOf(shot)}
            aria-label={t('lookAtShot', { shot: nameOf(shot) })}
            onClick={() => setOpen(place)}
          >
            <img src={shot.address} alt="" />
          </button>
        ))}
        {shots.length > mostShots && (
          <Text size="xs" c="dimmed" style={{ alignSelf: 'center' }}>
            +{shots.length - mostShots}
          </Text>
        )}
      </div>
      <Modal
        opened={large !== undefined}
        onClose={() => setOpen(undefined)}
        title={large && nameOf(large)}
        size="xl"
        centered
        closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}
      >
        {large !== undefined && <img src={large.address} alt={nameOf(large)} className={classes['large']} />}
      </Modal>
    </>
  )
}
