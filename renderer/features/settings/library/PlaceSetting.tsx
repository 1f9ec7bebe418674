import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryStats } from '../../../../preload/contract/library.ts'
import { bridge, settled } from '../../../app/bridge.ts'
import { Announced } from '../../../ui/Announced.tsx'
import { notify } from '../../../ui/notify.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useFormats } from '../../../ui/useFormats.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting } from '../parts/Setting.tsx'
import { moveLibrary, stay, useMoving } from './moving.ts'

/** Where the library lies and how much it is, with the way to another place. */
export function PlaceSetting() {
  const { t } = useTranslation(['settings', 'common'])
  const { value, problem, run } = useVerb(bridge().library.care)
  const moving = useMoving()
  useEffect(() => {
    void run({ action: 'stats' })
    return bridge().library.on((event) => {
      if (event.kind === 'changed') void run({ action: 'stats' })
    })
  }, [run])
  const stats = value?.kind === 'stats' ? value.stats : undefined
  return (
    <Setting label={t('library.place')} text={t('library.placeText')} isWide>
      {() => (
        <Stack gap="xs">
          <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {stats?.folder ?? '…'}
          </Text>
          <Sizes stats={stats} />
          {moving.state === 'copying' || moving.state === 'moved' ? (
            <Underway />
          ) : (
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={() => void openFolder()}>
                {t('library.openFolder')}
              </Button>
              <Button
                size="xs"
                variant="default"
                loading={moving.state === 'choosing'}
                onClick={() => void moveLibrary()}
              >
                {t('library.move')}
              </Button>
            </Group>
          )}
          {problem !== undefined && <ProblemView problem={problem} />}
          {moving.problem !== undefined && <ProblemView problem={moving.problem} />}
        </Stack>
      )}
    </Setting>
  )
}

function Sizes({ stats }: { readonly stats: LibraryStats | undefined }) {
  const { t } = useTranslation('settings')
  const formats = useFormats()
  const { bytes: sizes } = stats ?? {}
  return (
    <Text size="sm" c="dimmed" mih="2.6em">
      {stats !== undefined && t('library.entries', { count: stats.entries, number: formats.number(stats.entries) })}
      {sizes !== undefined && (
        <>
          {' '}
          {t('library.sizes', {
            pictures: formats.bytes(sizes.pictures),
            thumbnails: formats.bytes(sizes.thumbnails),
            database: formats.bytes(sizes.database),
            backups: formats.bytes(sizes.backups)
          })}
        </>
      )}
    </Text>
  )
}

function Underway() {
  const { t } = useTranslation(['settings', 'common'])
  const formats = useFormats()
  const { state, done } = useMoving()
  return (
    <Group gap="sm">
      <Stack gap={4} flex={1}>
        <Announced>
          {state === 'moved' ? t('library.moved') : t('library.moving', { done: formats.percent(done) })}
        </Announced>
        <Progress value={done * 100} aria-label={t('library.movingLabel')} />
      </Stack>
      <Button size="xs" variant="default" disabled={state === 'moved'} onClick={() => void stay()}>
        {t('common:cancel')}
      </Button>
    </Group>
  )
}

async function openFolder(): Promise<void> {
  const result = await settled(bridge().app.open({ what: 'library-folder' }))
  if (!result.ok) notify.problem(result.problem)
}
