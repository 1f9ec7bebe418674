import { Button, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import { openSettings } from '../../app/settingsPlace.ts'
import { capture } from '../../app/shellActions.ts'
import { useStart } from '../../app/start.ts'
import { toldLine } from '../../ui/told.ts'
import { acceleratorCaps } from '../settings/hotkeys/accelerator.ts'

/** The hotkey as it really is: whether it was registered, and what to do when not. */
export function CaptureHint() {
  const { t } = useTranslation('welcome')
  const { platform } = useStart()
  const hotkey = useSettings().hotkeys.find(({ mode }) => mode === 'read-region')
  const caps = hotkey === undefined ? [] : acceleratorCaps(hotkey.accelerator, platform === 'darwin')
  const state = hotkey?.state ?? 'off'
  const own = t(`capture.states.${state}`)
  const isBad = state === 'failed' || state === 'conflict'
  const told = hotkey !== undefined && isBad ? toldLine(hotkey) : own
  return (
    <>
      {state !== 'off' && (
        <Group gap={6} mb={4}>
          {caps.map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
        </Group>
      )}
      <Text component="output" display="block" size="sm" c={isBad ? 'var(--mantine-color-error)' : 'dimmed'}>
        {told || own}
      </Text>
      <Group gap="xs" mt="sm">
        <Button variant="default" size="xs" onClick={() => void capture('read-region')}>
          {t('capture.try')}
        </Button>
        {state !== 'works' && (
          <Button variant="subtle" size="xs" onClick={() => openSettings('hotkeys')}>
            {t('capture.change')}
          </Button>
        )}
      </Group>
    </>
  )
}
