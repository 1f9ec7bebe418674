import { Group, Kbd, Text, UnstyledButton } from '@mantine/core'
import { X } from 'lucide-react'
import { Fragment, type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bridge } from '../../../app/bridge.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { acceleratorCaps, acceleratorOf, heldModifiers } from './accelerator.ts'
import classes from './Recorder.module.css'

interface Props {
  readonly accelerator: string
  readonly isMac: boolean
  readonly label: string
  readonly describedBy: string
  readonly onRecorded: (accelerator: string) => void
}

/** Shows a hotkey and records another one. Escape leaves it, Backspace takes it away. */
export function Recorder({ accelerator, isMac, label, describedBy, onRecorded }: Props) {
  const { t } = useTranslation(['settings', 'common'])
  const [isRecording, setRecording] = useState(false)
  const [held, setHeld] = useState<readonly string[]>([])
  // The system would take a registered hotkey away from the page, and capture.
  useEffect(() => {
    if (!isRecording) return undefined
    void bridge().capture.act({ kind: 'suspend-hotkeys', suspended: true })
    return () => void bridge().capture.act({ kind: 'suspend-hotkeys', suspended: false })
  }, [isRecording])
  const stop = (): void => {
    setRecording(false)
    setHeld([])
  }
  const heard = (event: KeyboardEvent): void => {
    if (!isRecording) return
    const { nativeEvent } = event
    const isPlain = heldModifiers(nativeEvent, isMac).length === 0
    // Tab must go on leading out of the field.
    if (isPlain && event.key === 'Tab') return stop()
    event.preventDefault()
    event.stopPropagation()
    if (isPlain && event.key === 'Escape') return stop()
    if (isPlain && event.key === 'Backspace') {
      stop()
      return onRecorded('')
    }
    const recorded = acceleratorOf(nativeEvent, isMac)
    if (recorded === undefined) return setHeld(heldModifiers(nativeEvent, isMac))
    stop()
    onRecorded(recorded)
  }
  const caps = isRecording ? acceleratorCaps(held.join('+'), isMac) : acceleratorCaps(accelerator, isMac)
  return (
    <Group gap={4} wrap="nowrap">
      <UnstyledButton
        className={classes['recorder']}
        data-recording={isRecording || undefined}
        aria-label={t('hotkeys.record', { name: label, keys: caps.join(' ') || t('hotkeys.none') })}
        aria-describedby={describedBy}
        aria-pressed={isRecording}
        onClick={() => setRecording(true)}
        onKeyDown={heard}
        onKeyUp={(event) => isRecording && setHeld(heldModifiers(event.nativeEvent, isMac))}
        onBlur={stop}
      >
        {/* With spaces between, as its name has them. */}
        {caps.map((cap) => (
          <Fragment key={cap}>
            <Kbd size="sm">{cap}</Kbd>{' '}
          </Fragment>
        ))}
        {caps.length === 0 && (
          <Text size="sm" c="dimmed">
            {isRecording ? t('hotkeys.press') : t('hotkeys.none')}
          </Text>
        )}
      </UnstyledButton>
      <IconButton
        icon={X}
        label={t('hotkeys.clear', { name: label })}
        // Its place is kept: nothing jumps.
        style={{ visibility: accelerator === '' ? 'hidden' : 'visible' }}
        onClick={() => onRecorded('')}
      />
    </Group>
  )
}
