import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { ChartData } from '../../../../preload/contract/library.ts'
import { TableView } from '../table/TableView.tsx'
import { tableOf } from './shape.ts'

/** Drawing needs a large library: it is loaded with the first chart. */
const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }))

/** A chart as it was read: drawn anew, and as numbers. */
export function ChartResult({ chart }: { readonly chart: ChartData }) {
  return (
    <>
      <Suspense fallback={<Skeleton height="18rem" mb="sm" />}>
        <Chart chart={chart} />
      </Suspense>
      <TableView table={tableOf(chart)} />
    </>
  )
}
