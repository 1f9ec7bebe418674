import { Menu } from '@mantine/core'
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type TableFormat, tableFormats } from '../../../../preload/contract/lists.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { notify } from '../../../ui/notify.tsx'

/** Copies a table in the form that the other program takes. */
export function CopyTable({ copy }: { readonly copy: (format: TableFormat) => Promise<void> }) {
  const { t } = useTranslation('result')
  const choose = async (format: TableFormat): Promise<void> => {
    try {
      await copy(format)
      notify.success(t('tableCopied', { format: t(`formats.${format}`) }))
    } catch (thrown) {
      notify.problem({ code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton size="md" icon={Copy} label={t('copyTable')} />
      </Menu.Target>
      <Menu.Dropdown>
        {tableFormats.map((format) => (
          <Menu.Item key={format} onClick={() => void choose(format)}>
            {t(`formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
