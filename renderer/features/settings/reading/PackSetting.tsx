import { Badge, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackView } from '../../../../preload/contract/settings.ts'
import { bridge } from '../../../app/bridge.ts'
import { loadSettings } from '../../../app/settings.ts'
import { notify } from '../../../ui/notify.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useFormats } from '../../../ui/useFormats.ts'
import { useVerb, type Verb } from '../../../ui/useVerb.ts'
import { Setting } from '../parts/Setting.tsx'

interface Fetched {
  readonly done: number
  readonly total: number
}

/** One model pack: what it reads, and what can be done with it. */
export function PackSetting({ pack }: { readonly pack: PackView }) {
  const { t, i18n } = useTranslation(['settings', 'common'])
  const formats = useFormats()
  const fetching = useVerb(bridge().engine.pack)
  const fetched = useFetched(pack)
  const isFetching = fetching.isBusy || pack.fetched !== undefined
  const names = languageNames(pack.languages, i18n.language)
  return (
    <Setting
      label={pack.title}
      text={t('reading.pack', {
        count: pack.languages.length,
        languages: formats.list(names),
        size: formats.bytes(pack.bytes),
        licence: pack.licence
      })}
      keywords={`${t('reading.packs')} ${pack.id}`}
      isWide
    >
      {(named) => (
        <Stack gap="xs">
          <Group gap="xs">
            {pack.active && <Badge variant="light">{t('reading.active')}</Badge>}
            <Text size="sm" c={pack.state === 'damaged' ? 'var(--mantine-color-error)' : 'dimmed'}>
              {t(`reading.states.${pack.state}`)}
            </Text>
            <PackButtons pack={pack} fetching={fetching} isFetching={isFetching} />
          </Group>
          {isFetching && <Fetching fetched={fetched} total={pack.bytes} named={named['aria-labelledby']} />}
          {fetching.problem !== undefined && (
            <ProblemView
              problem={fetching.problem}
              retry={() => void fetching.run({ id: pack.id, action: 'fetch' })}
              isRetrying={fetching.isBusy}
            />
          )}
        </Stack>
      )}
    </Setting>
  )
}

/** The first few languages in words; the rest is said by a number. */
function languageNames(codes: readonly string[], language: string): string[] {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  return codes.slice(0, 4).map((code) => {
    try {
      return names.of(code) ?? code
    } catch {
      // Not every pack names its languages by codes.
      return code
    }
  })
}

/** How far a fetch is; nothing before the first news of it. */
function useFetched(pack: PackView): Fetched | undefined {
  const [fetched, setFetched] = useState<Fetched>()
  useEffect(
    () =>
      bridge().engine.on((event) => {
        if (event.kind === 'packs-changed') {
          setFetched(undefined)
          void loadSettings()
        } else if (event.id === pack.id) setFetched({ done: event.done, total: event.total })
      }),
    [pack.id]
  )
  return fetched ?? (pack.fetched === undefined ? undefined : { done: pack.fetched, total: pack.bytes })
}

interface FetchingProps {
  readonly fetched: Fetched | undefined
  readonly total: number
  readonly named: string
}

function Fetching({ fetched, total, named }: FetchingProps) {
  const { t } = useTranslation(['settings', 'common'])
  const formats = useFormats()
  const done = fetched?.done ?? 0
  const all = fetched?.total ?? total
  return (
    <div>
      <Progress.Root size="sm">
        <Progress.Section value={(done / all) * 100} aria-labelledby={named} />
      </Progress.Root>
      <Text size="xs" c="dimmed" mt={4}>
        {t('reading.fetched', { done: formats.bytes(done), total: formats.bytes(all) })}
      </Text>
    </div>
  )
}

interface ButtonsProps {
  readonly pack: PackView
  readonly fetching: Verb<{ id: string; action: 'fetch' }, readonly PackView[]>
  readonly isFetching: boolean
}

function PackButtons({ pack, fetching, isFetching }: ButtonsProps) {
  const { t } = useTranslation(['settings', 'common'])
  const act = useVerb(bridge().engine.pack)
  const run = async (action: 'use' | 'verify' | 'remove'): Promise<void> => {
    const packs = await act.run({ id: pack.id, action })
    if (packs === undefined) return
    if (action === 'verify') notify.success(t('reading.sound', { name: pack.title }))
    await loadSettings()
  }
  const cancel = async (): Promise<void> => {
    fetching.cancel()
    await bridge().engine.pack({ id: pack.id, action: 'cancel' })
    await loadSettings()
  }
  if (isFetching) {
    return (
      <Button size="xs" variant="default" onClick={() => void cancel()}>
        {t('common:cancel')}
      </Button>
    )
  }
  const isHere = pack.state === 'ready'
  const button = (label: string, onClick: () => void, variant = 'default') => (
    <Button size="xs" variant={variant} loading={act.isBusy} onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <>
      {pack.kind === 'fetchable' &&
        !isHere &&
        button(
          pack.state === 'incomplete' ? t('reading.fetchOn') : t('reading.fetch'),
          () => void fetching.run({ id: pack.id, action: 'fetch' })
        )}
      {isHere && !pack.active && button(t('reading.use'), () => void run('use'), 'light')}
      {isHere && button(t('reading.verify'), () => void run('verify'))}
      {pack.kind === 'fetchable' &&
        pack.state !== 'absent' &&
        !pack.active &&
        button(t('common:remove'), () => void run('remove'), 'subtle')}
      {act.problem !== undefined && <ProblemView problem={act.problem} />}
    </>
  )
}
