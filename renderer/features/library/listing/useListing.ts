import { useEffect, useState, useSyncExternalStore } from 'react'
import { bridge, settled } from '../../../app/bridge.ts'
import type { Question } from './asking.ts'
import { createListing, type Listing, type ListingState } from './listing.ts'

/** Between two refreshes, in milliseconds: a batch changes many times a second, and nobody reads that fast. */
const pause = 200

/** A list of entries that follows what happens in the library and in the queue. */
export function useListing(question: Question): { readonly listing: Listing; readonly state: ListingState } {
  const [listing] = useState(() =>
    createListing({
      find: (search) => settled(bridge().library.find(search)),
      pause: () => new Promise((resolve) => setTimeout(resolve, pause))
    })
  )
  const state = useSyncExternalStore(listing.subscribe, listing.state)
  useEffect(() => {
    listing.ask(question)
    return () => listing.ask(undefined)
  }, [listing, question])
  useEffect(() => {
    // A room that was hidden has heard of nothing.
    if (listing.state().answered !== undefined) listing.refresh()
    const stops = [
      bridge().library.on((event) => {
        if (event.kind === 'changed') listing.refresh()
      }),
      bridge().jobs.on((event) => {
        if (event.kind === 'changed') listing.refresh()
      })
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [listing])
  return { listing, state }
}
