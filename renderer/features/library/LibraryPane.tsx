import { Button, VisuallyHidden } from '@mantine/core'
import { ArrowUp } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '../../app/view.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useFormats } from '../../ui/useFormats.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { followStreams } from '../entry/index.ts'
import { FilterLine } from './FilterLine.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { LibraryEmpty } from './LibraryEmpty.tsx'
import classes from './LibraryPane.module.css'
import { EntryGrid } from './list/EntryGrid.tsx'
import { usePicking } from './list/usePicking.ts'
import type { ListingState } from './listing/listing.ts'
import { useListing } from './listing/useListing.ts'
import { OrderMenu } from './OrderMenu.tsx'
import { SearchField } from './SearchField.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useNow } from './useNow.ts'

/** Everything that was read or asked: searched, filtered, picked, opened. */
export function LibraryPane() {
  const { t } = useTranslation('library')
  const words = useView((view) => view.words)
  const filters = useView((view) => view.filters)
  const wanted = useView((view) => view.order)
  const order = words.trim() === '' ? 'time' : wanted
  const question = useMemo(() => ({ words, filters, order }), [words, filters, order])
  const { listing, state } = useListing(question)
  const picking = usePicking(listing)
  const now = useNow()
  const pane = useRef<HTMLDivElement>(null)
  useEffect(followStreams, [])
  const toList = (): void => pane.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  return (
    <div ref={pane} className={classes['pane']}>
      <search className={classes['head']}>
        <SearchField toList={toList} />
        <FilterMenu />
      </search>
      <FilterLine />
      <div className={classes['line']}>
        <Count state={state} />
        {words.trim() !== '' && <OrderMenu />}
      </div>
      <div className={classes['body']}>
        {state.problem !== undefined && (
          <div className={classes['problem']}>
            <ProblemView problem={state.problem} retry={listing.retry} />
          </div>
        )}
        {state.answered === undefined && state.problem === undefined && <Waiting words={t('loading')} />}
        {state.answered !== undefined && state.rows.count === 0 && state.problem === undefined && <LibraryEmpty />}
        {state.rows.count > 0 && <EntryGrid listing={listing} state={state} picking={picking} now={now} isRemembered />}
        <Fresh count={state.rows.fresh} show={listing.showFresh} />
        <SelectionBar picking={picking} />
      </div>
    </div>
  )
}

/** How many there are; a screen reader hears it after a search. */
function Count({ state: { rows, answered, isIncomplete } }: { readonly state: ListingState }) {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const isSearch = (answered?.words.trim() ?? '') !== ''
  const known = rows.isCountKnown ? rows.count : rows.count - 1
  const values = { count: known, formatted: formats.number(known) }
  const text = isSearch ? t(rows.isCountKnown ? 'found' : 'foundMore', values) : t('count', values)
  return (
    <output className={classes['count']}>
      {answered !== undefined && rows.count > 0 ? (
        text
      ) : (
        <VisuallyHidden>{answered && t('found', values)}</VisuallyHidden>
      )}
      {isIncomplete && <span> {t('incomplete')}</span>}
    </output>
  )
}

/** Entries that came while one was reading further down. */
function Fresh({ count, show }: { readonly count: number; readonly show: () => void }) {
  const { t } = useTranslation('library')
  if (count === 0) return null
  return (
    <Button
      className={classes['fresh']}
      size="compact-sm"
      radius="xl"
      onClick={show}
      leftSection={<ArrowUp size="0.875rem" aria-hidden />}
    >
      {t('fresh', { count })}
    </Button>
  )
}
