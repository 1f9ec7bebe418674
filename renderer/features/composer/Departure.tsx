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
import classes from './Composer.module.css'

interface Props {
  readonly preview: Preview | undefined
  readonly problem: Problem | undefined
  readonly retry: () => void
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
export function Departure({ preview, problem, retry }: Props) {
  if (problem !== undefined) return <Hindrance problem={problem} retry={retry} />
  if (preview === undefined) return <Skeleton height="6.5rem" radius="md" />
  if (preview.host === '') return <StaysHere />
  return <Leaving preview={preview} />
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

function Leaving({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const { providers } = useSettings()
  const title = providers.find(({ id }) => id === preview.provider)?.title ?? preview.provider
  const cost = [
    t('calls', { count: preview.calls }),
    formats.bytes(preview.bytes),
    t('tokens', { count: preview.tokens, tokens: formats.number(preview.tokens) })
  ]
  return (
    <Stack gap="xs" className={classes['departure'] ?? ''}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Send size="1.125rem" strokeWidth={1.5} aria-hidden style={{ flex: 'none', marginTop: '0.125rem' }} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600}>
            {preview.isLoopback ? t('goesNear', { title }) : t('goesTo', { host: preview.host })}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{preview.isLoopback ? preview.host : title}</bdi> · <bdi>{preview.model}</bdi>
          </Text>
        </div>
      </Group>
      <Shots shots={preview.shots} />
      <Text size="xs">{cost.join(' · ')}</Text>
      {preview.localText && <Text size="xs">{t('withText')}</Text>}
      {preview.remaining !== undefined && (
        <Text size="xs" c={preview.remaining < preview.calls ? 'red' : 'dimmed'}>
          {t('remaining', { count: preview.remaining, left: formats.number(preview.remaining) })}
          {preview.renewed !== undefined && ` ${t('renewed', { when: formats.dateAndTime(preview.renewed) })}`}
        </Text>
      )}
      {preview.notices.map((notice) => (
        <Text key={notice} size="xs" c="dimmed">
          {notice}
        </Text>
      ))}
    </Stack>
  )
}

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
        {shots.map((shot, place) => (
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
