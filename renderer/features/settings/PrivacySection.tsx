import { Alert, List, SegmentedControl, Switch, Text } from '@mantine/core'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import { Setting, SettingGroup } from './parts/Setting.tsx'
import { useChange } from './parts/useChange.ts'

/** What leaves this machine, and when it asks first. */
export function PrivacySection() {
  const { t } = useTranslation(['settings', 'common'])
  const { privacy, vision } = useSettings().values
  const change = useChange()
  return (
    <>
      <Alert variant="light" color="gray" icon={<ShieldCheck size="1.125rem" aria-hidden />} mb="md">
        <Text size="sm" fw={500}>
          {t('privacy.leaves')}
        </Text>
        <List size="sm" mt={4} spacing={2}>
          {(['reading', 'asking', 'keys', 'never'] as const).map((name) => (
            <List.Item key={name}>{t(`privacy.facts.${name}`)}</List.Item>
          ))}
        </List>
      </Alert>
      <SettingGroup>
        <Setting label={t('privacy.confirm')} text={t('privacy.confirmText')}>
          {(named) => (
            <SegmentedControl
              {...named}
              value={privacy.confirm}
              data={(['remote', 'never'] as const).map((value) => ({ value, label: t(`privacy.${value}`) }))}
              onChange={(confirm) =>
                void change({ privacy: { confirm } }, t('changed', { name: t('privacy.confirm') }))
              }
            />
          )}
        </Setting>
        <Setting label={t('privacy.localText')} text={t('privacy.localTextText')}>
          {({ id }) => (
            <Switch
              id={id}
              checked={vision.localText}
              onChange={(event) => void change({ vision: { localText: event.currentTarget.checked } })}
            />
          )}
        </Setting>
        <Setting label={t('privacy.notifyText')} text={t('privacy.notifyTextText')}>
          {({ id }) => (
            <Switch
              id={id}
              checked={privacy.notifyText}
              onChange={(event) => void change({ privacy: { notifyText: event.currentTarget.checked } })}
            />
          )}
        </Setting>
      </SettingGroup>
    </>
  )
}
