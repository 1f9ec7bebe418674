import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableData, TableFormat } from '../../../../preload/contract/library.ts'
import { useFormats } from '../../../ui/useFormats.ts'
import { roomFor } from './room.ts'
import { TableBox } from './TableBox.tsx'

interface Props {
  readonly table: TableData
  /** Where the clipboard gets more than what is shown. */
  readonly copy?: (format: TableFormat) => Promise<void>
}

/** A table of any size: so much of it is laid out as a page takes well, the rest when it is wished for. */
export function TableView({ table, copy }: Props) {
  const { t } = useTranslation('result')
  const formats = useFormats()
  const { columns, rows: step } = roomFor(table)
  const [room, setRoom] = useState(step)
  const left = table.rows.length - room
  const hidden = Math.max(table.header.length, table.rows[0]?.length ?? 0) - columns
  return (
    <>
      <TableBox table={table} {...(copy === undefined ? {} : { copy })}>
        {table.header.length > 0 && (
          <thead>
            <tr>
              {table.header.slice(0, columns).map((cell, column) => (
                <th key={column} scope="col" dir="auto">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {table.rows.slice(0, room).map((row, index) => (
            <tr key={index}>
              {row.slice(0, columns).map((cell, column) => (
                <td key={column} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableBox>
      {hidden > 0 && <small>{t('moreColumns', { count: hidden })}</small>}
      {left > 0 && (
        <Button variant="default" size="xs" onClick={() => setRoom((former) => former + step)}>
          {t('showRows', { count: Math.min(left, step), left: formats.number(left) })}
        </Button>
      )}
    </>
  )
}
