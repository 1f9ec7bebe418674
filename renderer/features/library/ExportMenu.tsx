import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ExportFormat, exportFormats } from '../../../preload/contract/lists.ts'

interface Props {
  readonly choose: (format: ExportFormat) => void
  /** The button that opens it. */
  readonly children: React.ReactNode
}

/** Chooses the format of an export. */
export function ExportMenu({ choose, children }: Props) {
  const { t } = useTranslation('library')
  return (
    <Menu position="top" shadow="md" withinPortal>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {exportFormats.map((format) => (
          <Menu.Item key={format} onClick={() => choose(format)}>
            {t(`formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
