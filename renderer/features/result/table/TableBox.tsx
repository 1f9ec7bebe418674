import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableData, TableFormat } from '../../../../preload/contract/library.ts'
import { Box } from '../Box.tsx'
import { CopyTable } from './CopyTable.tsx'
import { copyTables } from './clipboard.ts'
import classes from './Table.module.css'

interface Props {
  /** What is copied. */
  readonly table: TableData
  readonly copy?: (format: TableFormat) => Promise<void>
  /** What stands within `<table>`. */
  readonly children: ReactNode
}

/** The frame of a table: its title, a button that copies it, and room to scroll. */
export function TableBox({ table, copy, children }: Props) {
  const { t } = useTranslation('result')
  return (
    <Box
      title={table.title ?? t('rows', { count: table.rows.length })}
      label={t('table')}
      action={<CopyTable copy={copy ?? ((format) => copyTables([table], format))} />}
    >
      <table className={classes['table']}>{children}</table>
    </Box>
  )
}
