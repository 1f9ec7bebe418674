import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { EntrySummary } from '../../../../preload/contract/library.ts'
import { deleteEntries } from '../../../app/entryActions.ts'
import { useKnownStart } from '../../../app/start.ts'
import { useView } from '../../../app/view.ts'
import { star } from '../verbs.ts'
import { rowAfter } from './movement.ts'
import type { Picking } from './usePicking.ts'

interface Ports {
  /** The row that has, or would have, the focus. */
  readonly row: number
  readonly count: number
  /** Rows that are seen at once. */
  readonly page: number
  readonly picking: Picking
  readonly rowAt: (row: number) => EntrySummary | undefined
  /** Makes another row the active one and brings it in sight. */
  readonly go: (row: number) => void
  readonly scroller: RefObject<HTMLElement | null>
}

/** What keys do within the list. Buttons of a row are reached by the right and left arrow. */
export function useGridKeys({ row, count, page, picking, rowAt, go, scroller }: Ports): (event: KeyboardEvent) => void {
  const isMac = useKnownStart((known) => known.start?.platform === 'darwin')
  const wanted = useRef<number>(undefined)
  // A row that was far away is drawn first.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    if (element == null) return
    element.focus({ preventScroll: true })
    wanted.current = undefined
  })

  const entry = rowAt(row)
  const chosen = (): readonly number[] =>
    picking.selection.ids.size > 0 ? [...picking.selection.ids] : entry === undefined ? [] : [entry.id]
  const run = (event: KeyboardEvent): boolean => {
    const isMod = event.ctrlKey || event.metaKey
    const isOnRow = event.target === rowOf(event)
    const next = event.altKey ? undefined : rowAfter(event.key, { row, count, page })
    if (next !== undefined) {
      wanted.current = next
      go(next)
      if (event.shiftKey) void picking.reach(next, false, row)
      return true
    }
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return moveWithin(event)
    if (event.key === 'Escape') {
      if (!isOnRow) return focusRow(event)
      const had = picking.selection.ids.size > 0 || picking.isBusy
      picking.clear(row)
      return had
    }
    if (isMod && !event.altKey && event.key.toLowerCase() === 'a') {
      void picking.all()
      return true
    }
    if (!isOnRow || entry === undefined || isMod || event.altKey) return false
    if (event.key === 'Enter') useView.getState().show(entry.id)
    else if (event.key === ' ') {
      if (event.shiftKey) void picking.reach(row, true)
      else picking.toggle(entry.id, row)
    } else if (event.key.toLowerCase() === 's') void star(chosen(), !entry.starred)
    else if (event.key === 'Delete' || (isMac && event.key === 'Backspace')) {
      void deleteEntries(chosen())
      picking.clear(row)
    } else return false
    return true
  }
  return (event) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !run(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** From the row to its buttons, from one to the next, and back. */
function moveWithin(event: KeyboardEvent): boolean {
  const row = rowOf(event)
  if (row === null || !(event.target instanceof HTMLElement)) return false
  const stops = [row, ...row.querySelectorAll<HTMLElement>('button')]
  const place = stops.indexOf(event.target) + (event.key === 'ArrowRight' ? 1 : -1)
  stops[place]?.focus({ preventScroll: true })
  return true
}

function focusRow(event: KeyboardEvent): boolean {
  rowOf(event)?.focus({ preventScroll: true })
  return true
}

function rowOf({ target }: KeyboardEvent): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null
}
