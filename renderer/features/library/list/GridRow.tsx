import { type ComponentType, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '../../../../preload/contract/library.ts'
import { useView } from '../../../app/view.ts'
import classes from './EntryRow.module.css'
import type { EntryRowProps } from './EntryRow.tsx'
import type { Picking } from './usePicking.ts'

interface Props {
  /** Undefined while its page is being loaded. */
  readonly hit: Hit | undefined
  readonly index: number
  /** In pixels from the top of the list. */
  readonly start: number
  readonly height: number
  /** Whether the tab key leads here. */
  readonly isActive: boolean
  /** Whether viewer and result show it. */
  readonly isOpen: boolean
  readonly now: number
  readonly picking: Picking
  readonly cells: ComponentType<EntryRowProps>
  readonly activate: (index: number) => void
}

/** One place of the list; it has the focus for all that is in it. */
export const GridRow = memo(function GridRow({
  hit,
  index,
  start,
  height,
  isActive,
  isOpen,
  now,
  picking,
  cells: Cells,
  activate
}: Props) {
  const isPicked = hit !== undefined && picking.selection.ids.has(hit.entry.id)
  const click = (event: React.MouseEvent): void => {
    if (hit === undefined) return
    activate(index)
    if (event.shiftKey) void picking.reach(index, event.ctrlKey || event.metaKey)
    else if (event.ctrlKey || event.metaKey) picking.toggle(hit.entry.id, index)
    else {
      picking.clear(index)
      useView.getState().show(hit.entry.id)
    }
  }
  return (
    <tr
      aria-rowindex={index + 1}
      aria-selected={isPicked}
      {...(isOpen ? { 'aria-current': true } : {})}
      data-row={index}
      tabIndex={isActive ? 0 : -1}
      className={[classes['row'], hit === undefined && classes['blank']].filter(Boolean).join(' ')}
      style={{ height, transform: `translateY(${start}px)` }}
      onClick={click}
      onFocus={() => activate(index)}
    >
      {hit === undefined ? (
        <Blank />
      ) : (
        <Cells hit={hit} now={now} isPicked={isPicked} pick={(id) => picking.toggle(id, index)} />
      )}
    </tr>
  )
})

function Blank() {
  const { t } = useTranslation('library')
  return (
    <>
      <td className={classes['cell']} aria-hidden>
        <span className={classes['thumbnail']} />
      </td>
      <td className={classes['main']} aria-label={t('loading')}>
        <span className={classes['blankLine']} style={{ width: '70%' }} />
        <span className={classes['blankLine']} style={{ width: '45%' }} />
      </td>
    </>
  )
}
