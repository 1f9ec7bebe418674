import { Anchor, Group, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import notice from '../../../NOTICE?raw'
import { bridge, settled } from '../../app/bridge.ts'
import { Mark } from '../../app/shell/Mark.tsx'
import { useStart } from '../../app/start.ts'
import { useView } from '../../app/view.ts'
import { notify } from '../../ui/notify.tsx'
import { Setting, SettingGroup } from './parts/Setting.tsx'

/** Which version this is, and whose work it is built on. */
export function AboutSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { version } = useStart()
  const go = useView((view) => view.go)
  return (
    <SettingGroup>
      <Setting label={t('about.version')} text="Glyphlens" isWide>
        {() => (
          <Group gap="sm">
            <Mark />
            <Text size="lg" fw={600}>
              {version}
            </Text>
          </Group>
        )}
      </Setting>
      <Setting label={t('about.help')} text={t('about.helpText')} isWide>
        {() => (
          <Group gap="lg">
            <Anchor component="button" type="button" size="sm" onClick={() => go('welcome')}>
              {t('about.welcome')}
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={() => go('diagnostics')}>
              {t('about.diagnostics')}
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={() => void openDataFolder()}>
              {t('about.folder')}
            </Anchor>
          </Group>
        )}
      </Setting>
      <Setting label={t('about.licences')} text={t('about.licencesText')} isWide>
        {({ id }) => <Textarea id={id} readOnly autosize maxRows={16} value={notice} spellCheck={false} />}
      </Setting>
    </SettingGroup>
  )
}

async function openDataFolder(): Promise<void> {
  const result = await settled(bridge().app.open({ what: 'data-folder' }))
  if (!result.ok) notify.problem(result.problem)
}
