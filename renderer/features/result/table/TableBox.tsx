import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableData, TableFormat } from '../../../../preload/contract/library.ts'
import { Scroller } from '../Scroller.tsx'
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
    <figure className={classes['box']}>
      <figcaption className={classes['bar']}>
        <Text size="xs" c="dimmed" truncate>
          <bdi>{table.title ?? t('rows', { count: table.rows.length })}</bdi>
        </Text>
        <CopyTable copy={copy ?? ((format) => copyTables([table], format))} />
      </figcaption>
      <Scroller label={t('table')} className={classes['scroll']}>
        <table className={classes['table']}>{children}</table>
      </Scroller>
    </figure>
  )
}
