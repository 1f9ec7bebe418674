import { Button, Text } from '@mantine/core'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShortcutText } from '../../ui/Shortcut.tsx'
import type { Stage } from './stage.ts'
import { isEmpty } from './text/range.ts'
import { useStageState } from './useStage.ts'
import classes from './Viewer.module.css'

interface Props {
  readonly stage: Stage
  /** Of the selection. */
  readonly text: () => string
  readonly copy: () => void
}

/** While text is selected in the picture: how much, and what can be done with it. */
export function SelectionBar({ stage, text, copy }: Props) {
  const { t } = useTranslation('viewer')
  const keys = useShortcutText()
  const selection = useStageState(stage, (state) => state.selection)
  if (selection === undefined || isEmpty(selection)) return null
  return (
    <div className={`${classes['floating']} ${classes['bottom']}`} data-floating>
      <Text component="output" size="xs" c="dimmed" px="xs">
        {t('selected', { count: Array.from(text()).length })}
      </Text>
      <Button size="compact-sm" variant="light" onClick={copy} leftSection={<Copy size="0.875rem" aria-hidden />}>
        {t('copySelection', { keys: keys('Mod+C') })}
      </Button>
    </div>
  )
}
