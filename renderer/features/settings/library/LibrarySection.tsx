import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { bridge, settled } from '../../../app/bridge.ts'
import { notify } from '../../../ui/notify.tsx'
import { useFormats } from '../../../ui/useFormats.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting, SettingGroup } from '../parts/Setting.tsx'
import { CareSettings } from './CareSettings.tsx'
import { ForgetToday } from './ForgetToday.tsx'
import { RetentionSettings } from './RetentionSettings.tsx'

/** Where everything is kept, how much it is, what goes by itself, and how it is kept safe. */
export function LibrarySection() {
  const { t } = useTranslation(['settings', 'common'])
  return (
    <>
      <SettingGroup>
        <PlaceSetting />
      </SettingGroup>
      <RetentionSettings />
      <SettingGroup title={t('library.forget')}>
        <ForgetToday />
      </SettingGroup>
      <CareSettings />
    </>
  )
}

function PlaceSetting() {
  const { t } = useTranslation(['settings', 'common'])
  const formats = useFormats()
  const care = useVerb(bridge().library.care)
  const { run } = care
  useEffect(() => {
    void run({ action: 'stats' })
    return bridge().library.on(() => void run({ action: 'stats' }))
  }, [run])
  const stats = care.value?.kind === 'stats' ? care.value.stats : undefined
  const sizes = stats?.bytes
  return (
    <Setting label={t('library.place')} text={t('library.placeText')} isWide>
      {() => (
        <Stack gap="xs">
          <Group gap="sm">
            <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {stats?.folder ?? '…'}
            </Text>
            <Button size="xs" variant="default" onClick={() => void openFolder()}>
              {t('library.openFolder')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed" mih="2.6em">
            {stats !== undefined &&
              t('library.entries', { count: stats.entries, number: formats.number(stats.entries) })}
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
        </Stack>
      )}
    </Setting>
  )
}

async function openFolder(): Promise<void> {
  const result = await settled(bridge().app.open({ what: 'data-folder' }))
  if (!result.ok) notify.problem(result.problem)
}
