import { useVirtualizer } from '@tanstack/react-virtual'
import { type ComponentType, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '../../../app/view.ts'
import type { Listing, ListingState } from '../listing/listing.ts'
import { rowAt } from '../listing/rows.ts'
import { type Active, activeRow } from './active.ts'
import classes from './EntryGrid.module.css'
import { EntryRow, type EntryRowProps } from './EntryRow.tsx'
import { GridRow } from './GridRow.tsx'
import { useGridKeys } from './useGridKeys.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import type { Picking } from './usePicking.ts'
import { usePlace } from './usePlace.ts'
import { useRowHeight } from './useRowHeight.ts'

interface Props {
  readonly listing: Listing
  readonly state: ListingState
  readonly picking: Picking
  readonly now: number
  readonly look?: Look
  /** For the list that a person comes back to after a restart, where it was left. */
  readonly isRemembered?: boolean
}

/** How rows look: the cells of one, and its height in rem, the same for all, so that nothing has to be measured. */
export interface Look {
  readonly cells: ComponentType<EntryRowProps>
  readonly height: number
}

/** Three lines of text and a picture. */
const usual: Look = { cells: EntryRow, height: 5.25 }

/** Rows drawn beyond those that are seen, on each side. */
const overscan = 8

/** All entries of an answer as one grid that can be scrolled: one stop of the tab key, arrows within. */
export function EntryGrid({ listing, state, picking, now, look = usual, isRemembered = false }: Props) {
  const { t } = useTranslation('library')
  const { rows, answered } = state
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(look.height)
  const [active, setActive] = useState<Active>({ row: 0, id: undefined })
  const current = activeRow(rows, active)
  const activate = useCallback(
    (row: number) => setActive({ row, id: rowAt(listing.state().rows, row)?.entry.id }),
    [listing]
  )
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rowAt(rows, index)?.entry.id ?? -index - 1,
    overscan,
    paddingStart: 4,
    paddingEnd: 72,
    // The row with the focus stays, wherever one scrolls: otherwise the focus would be lost with it.
    rangeExtractor: ({ startIndex, endIndex, count }) => {
      const [from, to] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)]
      const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
      return current < from ? [current, ...seen] : current > to && current < count ? [...seen, current] : seen
    }
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
  useEffect(() => {
    if (answered === undefined) return
    listing.see(startIndex === 0 ? 0 : Math.max(0, startIndex - overscan), endIndex + overscan)
    if (isRemembered) usePlace.setState({ first: startIndex })
  }, [listing, answered, isRemembered, startIndex, endIndex])

  useStart(answered, isRemembered ? usePlace.getState().first : 0, (first) => {
    activate(first)
    virtualizer.scrollToIndex(first, { align: 'start' })
  })

  const keys = useGridKeys({
    row: current,
    count: rows.count,
    page: Math.max(1, endIndex - startIndex),
    picking,
    rowAt: (row) => rowAt(rows, row)?.entry,
    go: (row) => {
      activate(row)
      virtualizer.scrollToIndex(row)
    },
    scroller
  })
  const focus = useKeptFocus(() =>
    scroller.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus({ preventScroll: true })
  )
  const entry = useView((view) => view.entry)
  return (
    <div ref={scroller} className={classes['scroller']}>
      <table
        role="grid"
        tabIndex={-1}
        aria-label={t('list')}
        aria-rowcount={rows.isCountKnown ? rows.count : -1}
        aria-multiselectable
        className={classes['grid']}
        {...(picking.selection.ids.size > 0 ? { 'data-picking': true } : {})}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={keys}
        {...focus}
      >
        <tbody>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => (
            <GridRow
              key={key}
              hit={rowAt(rows, index)}
              index={index}
              start={start}
              height={rowHeight}
              isActive={index === current}
              isOpen={entry !== undefined && rowAt(rows, index)?.entry.id === entry}
              now={now}
              picking={picking}
              cells={look.cells}
              activate={activate}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Runs when the rows of another question are there: at the first row, but where it was left after a reload. */
function useStart(answered: ListingState['answered'], left: number, start: (first: number) => void): void {
  const former = useRef<ListingState['answered']>(undefined)
  const begin = useRef(start)
  const first = useRef(left)
  useLayoutEffect(() => {
    begin.current = start
  })
  useLayoutEffect(() => {
    if (answered === undefined || answered === former.current) return
    former.current = answered
    begin.current(first.current)
    first.current = 0
  }, [answered])
}
