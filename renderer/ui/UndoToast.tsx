import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useShortcutText } from './Shortcut.tsx'
import classes from './UndoToast.module.css'

interface Props {
  readonly message: string
  readonly seconds: number
  readonly undo: () => void
}

/** What was done, and a ring that runs out while it can still be undone. */
export function UndoToast({ message, seconds, undo }: Props) {
  const { t } = useTranslation()
  const text = useShortcutText()
  return (
    <Group gap="sm" wrap="nowrap">
      <svg className={classes['ring']} viewBox="0 0 20 20" aria-hidden>
        <circle cx="10" cy="10" r="8" className={classes['track']} />
        <circle cx="10" cy="10" r="8" className={classes['left']} style={{ animationDuration: `${seconds}s` }} />
      </svg>
      <Text size="sm" flex={1}>
        {message}
      </Text>
      <Button size="compact-sm" variant="light" onClick={undo} title={text('Mod+Z')}>
        {t('undo')}
      </Button>
    </Group>
  )
}
