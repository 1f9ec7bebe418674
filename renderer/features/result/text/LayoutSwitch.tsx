import { SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core'
import { Code, Minus, Pilcrow, Rows3, Table } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LayoutMode } from '../../../../preload/contract/ask.ts'
import { chooseLayout } from '../../entry/index.ts'

const modes = [
  { mode: 'paragraphs', icon: Pilcrow },
  { mode: 'lines', icon: Rows3 },
  { mode: 'single', icon: Minus },
  { mode: 'code', icon: Code },
  { mode: 'table', icon: Table }
] as const

/** Lays what was read out otherwise; nothing is read again. */
export function LayoutSwitch({ layout }: { readonly layout: LayoutMode }) {
  const { t } = useTranslation('result')
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('layout')}
      value={layout}
      onChange={(mode) => chooseLayout(mode)}
      data={modes.map(({ mode, icon: Icon }) => ({
        value: mode,
        label: (
          <Tooltip label={t(`layouts.${mode}`)} openDelay={300}>
            <span style={{ display: 'flex', padding: '0.0625rem 0.125rem' }}>
              <Icon size="1rem" strokeWidth={1.75} aria-hidden />
              <VisuallyHidden>{t(`layouts.${mode}`)}</VisuallyHidden>
            </span>
          </Tooltip>
        )
      }))}
    />
  )
}
