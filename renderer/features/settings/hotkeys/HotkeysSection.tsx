import { Alert, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HotkeyView } from '../../../../preload/contract/settings.ts'
import { useSettings } from '../../../app/settings.ts'
import { useStart } from '../../../app/start.ts'
import { Announced } from '../../../ui/Announced.tsx'
import { toldLine } from '../../../ui/told.ts'
import { Setting, SettingGroup } from '../parts/Setting.tsx'
import { useChange } from '../parts/useChange.ts'
import { Recorder } from './Recorder.tsx'

/** The keys that capture from every program, as they are registered in truth, and what a capture does. */
export function HotkeysSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { hotkeys, values } = useSettings()
  const { isWayland } = useStart()
  const change = useChange()
  const { capture } = values
  return (
    <>
      {isWayland && (
        <Alert variant="light" color="gray" icon={<Info size="1.125rem" aria-hidden />} mb="md">
          <Text size="sm">{t('hotkeys.wayland')}</Text>
          <Text size="sm" ff="monospace" mt={4}>
            glyphlens --capture
            <br />
            glyphlens --capture-again
          </Text>
        </Alert>
      )}
      <SettingGroup title={t('hotkeys.keys')}>
        {hotkeys.map((hotkey) => (
          <HotkeySetting key={hotkey.mode} hotkey={hotkey} />
        ))}
      </SettingGroup>
      <SettingGroup title={t('hotkeys.capture')}>
        <Setting label={t('hotkeys.bar')} text={t('hotkeys.barText')}>
          {({ id }) => (
            <Switch
              id={id}
              checked={capture.bar}
              onChange={(event) => void change({ capture: { bar: event.currentTarget.checked } })}
            />
          )}
        </Setting>
        <Setting label={t('hotkeys.confirmOn')} text={t('hotkeys.confirmOnText')}>
          {(named) => (
            <SegmentedControl
              {...named}
              value={capture.confirmOn}
              data={(['release', 'enter'] as const).map((value) => ({ value, label: t(`hotkeys.${value}`) }))}
              onChange={(confirmOn) => void change({ capture: { confirmOn } })}
            />
          )}
        </Setting>
        <Setting label={t('hotkeys.deliverTo')} text={t('hotkeys.deliverToText')}>
          {(named) => (
            <SegmentedControl
              {...named}
              value={capture.deliverTo}
              data={(['clipboard', 'panel'] as const).map((value) => ({ value, label: t(`hotkeys.${value}`) }))}
              onChange={(deliverTo) => void change({ capture: { deliverTo } })}
            />
          )}
        </Setting>
        <Setting label={t('hotkeys.notify')} text={t('hotkeys.notifyText')}>
          {({ id }) => (
            <Switch
              id={id}
              checked={capture.notify}
              onChange={(event) => void change({ capture: { notify: event.currentTarget.checked } })}
            />
          )}
        </Setting>
      </SettingGroup>
    </>
  )
}

function HotkeySetting({ hotkey }: { readonly hotkey: HotkeyView }) {
  const { t } = useTranslation(['settings', 'palette'])
  const { hotkeys } = useSettings().values.capture
  const { platform } = useStart()
  const change = useChange()
  const label = t(`palette:actions.${hotkey.mode}`)
  const record = (accelerator: string): void => {
    const next = { ...hotkeys, [hotkey.mode]: accelerator }
    void change({ capture: { hotkeys: next } }, t('changed', { name: label }))
  }
  return (
    <Setting label={label} keywords={t('sections.hotkeys')}>
      {(named) => (
        <Stack gap={4} align="flex-end">
          <Recorder
            accelerator={hotkey.accelerator}
            isMac={platform === 'darwin'}
            label={label}
            describedBy={`${named.id}-state`}
            onRecorded={record}
          />
          <HotkeyState hotkey={hotkey} id={`${named.id}-state`} />
        </Stack>
      )}
    </Setting>
  )
}

/** Whether it works in truth, and what to do when not. */
function HotkeyState({ hotkey, id }: { readonly hotkey: HotkeyView; readonly id: string }) {
  const { t } = useTranslation(['settings', 'common'])
  // The field says already that there is none.
  if (hotkey.state === 'off') return null
  const isBad = hotkey.state === 'failed' || hotkey.state === 'conflict'
  const own = t(`hotkeys.states.${hotkey.state}`)
  const told = toldLine({ ...hotkey, message: hotkey.message ?? own })
  return (
    <Announced id={id} size="xs" maw="20rem" ta="end" c={isBad ? 'var(--mantine-color-error)' : 'dimmed'}>
      {told}
    </Announced>
  )
}
