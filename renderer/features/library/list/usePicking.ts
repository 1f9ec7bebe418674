import { useCallback, useMemo, useRef, useState } from 'react'
import type { Listing } from '../listing/listing.ts'
import { tell } from '../verbs.ts'
import { nothingSelected, rangeOf, type Selection, toggled, withRange } from './selection.ts'

/** Entries that are picked, and how. */
export interface Picking {
  readonly selection: Selection
  /** Whether the entries of a range are still being asked for. */
  readonly isBusy: boolean
  readonly toggle: (id: number, row: number) => void
  /** From the last picked row to this one; without one from `from`. `isMore` keeps what was picked before. */
  readonly reach: (row: number, isMore: boolean, from?: number) => Promise<void>
  readonly all: () => Promise<void>
  /** Picks nothing; ranges begin at this row from now on. */
  readonly clear: (row?: number) => void
}

/** The selection of a list. Rows of a range need not be loaded: their entries are asked for. */
export function usePicking(listing: Listing): Picking {
  const [selection, setSelection] = useState(nothingSelected)
  const [isBusy, setBusy] = useState(false)
  /** What is being asked for; an answer to anything else comes too late. */
  const running = useRef<object>(undefined)

  const end = useCallback(() => {
    running.current = undefined
    setBusy(false)
  }, [])
  const take = useCallback(
    async (first: number, last: number, isMore: boolean) => {
      end()
      const mine = {}
      running.current = mine
      setBusy(true)
      try {
        const ids = await listing.idsBetween(first, last)
        if (running.current === mine) setSelection((former) => withRange(former, ids, isMore))
      } catch (thrown) {
        tell(thrown)
      }
      if (running.current === mine) end()
    },
    [listing, end]
  )

  return useMemo(
    () => ({
      selection,
      isBusy,
      toggle: (id, row) => {
        end()
        setSelection((former) => toggled(former, id, row))
      },
      reach: async (row, isMore, from = row) => {
        const { anchor = from } = selection
        const [first, last] = rangeOf({ ...selection, anchor }, row)
        setSelection({ ...selection, anchor })
        await take(first, last, isMore)
      },
      all: async () => await take(0, Infinity, false),
      clear: (row) => {
        end()
        setSelection({ ...nothingSelected, anchor: row })
      }
    }),
    [selection, isBusy, take, end]
  )
}
