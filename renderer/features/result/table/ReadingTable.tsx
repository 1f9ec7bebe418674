import { useMemo } from 'react'
import type { EntryView } from '../../../../preload/contract/library.ts'
import { bridge, valueOf } from '../../../app/bridge.ts'
import { copyAs } from './clipboard.ts'
import { fromTabs } from './from-tabs.ts'
import { TableView } from './TableView.tsx'

/** A table that was read on this machine. Copies come from main, which knows cells that span columns. */
export function ReadingTable({ entry }: { readonly entry: Pick<EntryView, 'id' | 'text'> }) {
  const table = useMemo(() => fromTabs(entry.text), [entry.text])
  return (
    <TableView
      table={table}
      copy={async (format) => {
        const { text } = await valueOf(bridge().library.entry({ id: entry.id, layout: 'table', table: format }))
        await copyAs(text, format)
      }}
    />
  )
}
