import { describe, expect, test, vi } from 'vitest'
import { createListing, type Listing } from '../../../../../renderer/features/library/listing/listing.ts'
import { rowAt } from '../../../../../renderer/features/library/listing/rows.ts'
import { createShelf, type Shelf } from '../shelf.ts'

const everything = { words: '', filters: {} }
const noPause = (): Promise<void> => Promise.resolve()

function setUp(
  count: number,
  pause = noPause
): { shelf: Shelf; listing: Listing; ids: (first: number, last: number) => unknown[] } {
  const shelf = createShelf(count)
  const listing = createListing({ find: shelf.find, pause })
  const ids = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => rowAt(listing.state().rows, first + index)?.entry.id)
  return { shelf, listing, ids }
}

/** Until nothing is being asked any more. */
const settled = (listing: Listing): Promise<void> =>
  vi.waitUntil(() => !listing.state().isBusy, { interval: 0 }).then(() => undefined)

describe('a long list', () => {
  test('knows how long it is from the first page, and loads the middle at once', async () => {
    const { shelf, listing, ids } = setUp(100_000)
    listing.ask(everything)
    await settled(listing)
    expect(listing.state().rows.count).toBe(100_000)
    expect(ids(0, 1)).toEqual([100_000, 99_999])
    listing.see(50_010, 50_020)
    await settled(listing)
    expect(ids(50_010, 50_011)).toEqual([49_990, 49_989])
    expect(shelf.searches).toHaveLength(2)
  })

  test('keeps a few pages only', async () => {
    const { listing } = setUp(100_000)
    listing.ask(everything)
    for (let first = 0; first < 5000; first += 50) {
      listing.see(first, first + 20)
      await settled(listing)
    }
    expect(listing.state().rows.pages.size).toBeLessThanOrEqual(9)
  })

  test('of words grows while one scrolls, to its end', async () => {
    const { listing } = setUp(400)
    listing.ask({ words: '1', filters: {} })
    await settled(listing)
    expect(listing.state().rows).toMatchObject({ count: 51, isCountKnown: false })
    for (const last of [50, 100, 150]) {
      listing.see(last - 20, last)
      await settled(listing)
    }
    const found = Array.from({ length: 400 }, (_, index) => index + 1).filter((id) => String(id).includes('1')).length
    expect(listing.state().rows).toMatchObject({ count: found, isCountKnown: true })
  })

  test('that is empty says so', async () => {
    const { listing } = setUp(0)
    listing.ask(everything)
    await settled(listing)
    expect(listing.state().rows).toMatchObject({ count: 0, isCountKnown: true })
  })
})

describe('typing', () => {
  test('passes over what was typed meanwhile; the last word counts', async () => {
    const { shelf, listing, ids } = setUp(100)
    const release = shelf.hold()
    for (const words of ['1', '10', '100']) listing.ask({ words, filters: {} })
    release()
    await settled(listing)
    expect(shelf.searches.map(({ words }) => words)).toEqual(['1', '100'])
    expect(listing.state().answered?.words).toBe('100')
    expect(ids(0, 1)).toEqual([100, undefined])
  })

  test('keeps the rows until the answer is there', async () => {
    const { shelf, listing, ids } = setUp(100)
    listing.ask(everything)
    await settled(listing)
    const release = shelf.hold()
    listing.ask({ words: '7', filters: {} })
    expect(ids(0, 0)).toEqual([100])
    release()
    await settled(listing)
    expect(ids(0, 0)).toEqual([97])
  })

  test('asks again when another search has ended this one, but not for ever', async () => {
    const { shelf, listing } = setUp(10)
    const cancelled = { code: 'cancelled', message: 'Cancelled.' } as const
    shelf.refuse(cancelled, 2)
    listing.ask(everything)
    await settled(listing)
    expect(listing.state()).toMatchObject({ problem: undefined, rows: { count: 10 } })
    shelf.refuse(cancelled, 5)
    listing.ask({ words: '1', filters: {} })
    await settled(listing)
    expect(listing.state().problem).toEqual(cancelled)
  })

  test('a problem is told, and ends with a retry', async () => {
    const { shelf, listing } = setUp(10)
    shelf.refuse({ code: 'library-damaged', message: 'Damaged.' })
    listing.ask(everything)
    await settled(listing)
    expect(listing.state().problem?.code).toBe('library-damaged')
    listing.retry()
    await settled(listing)
    expect(listing.state()).toMatchObject({ problem: undefined, rows: { count: 10 } })
  })
})

describe('news', () => {
  test('are shown at once at the top', async () => {
    const { shelf, listing, ids } = setUp(200)
    listing.ask(everything)
    await settled(listing)
    shelf.add()
    listing.refresh()
    await settled(listing)
    expect(ids(0, 1)).toEqual([201, 200])
    expect(listing.state().rows).toMatchObject({ count: 201, fresh: 0 })
  })

  test.each([3, 120, 700])('move nothing further down: %i of them wait at the top', async (count) => {
    const { shelf, listing, ids } = setUp(1000)
    listing.ask(everything)
    listing.see(500, 510)
    await settled(listing)
    const before = ids(500, 510)
    for (let added = 0; added < count; added += 1) shelf.add()
    listing.refresh()
    await settled(listing)
    expect(ids(500, 510)).toEqual(before)
    expect(listing.state().rows).toMatchObject({ count: 1000, fresh: count })
    listing.see(700, 710)
    await settled(listing)
    expect(ids(700, 701)).toEqual([300, 299])
    listing.showFresh()
    await settled(listing)
    expect(ids(0, 0)).toEqual([1000 + count])
    expect(listing.state().rows).toMatchObject({ count: 1000 + count, fresh: 0 })
  })

  test('are counted also when the first row is gone', async () => {
    const { shelf, listing, ids } = setUp(1000)
    listing.ask(everything)
    listing.see(500, 510)
    await settled(listing)
    shelf.remove(1000)
    shelf.add()
    listing.refresh()
    await settled(listing)
    expect(listing.state().rows).toMatchObject({ count: 999, fresh: 1 })
    expect(ids(500, 500)).toEqual([499])
  })

  test('many changes in a moment are one refresh and one more', async () => {
    const pause = Promise.withResolvers<void>()
    const { shelf, listing } = setUp(10, () => pause.promise)
    listing.ask(everything)
    await settled(listing)
    const before = shelf.searches.length
    for (let change = 0; change < 50; change += 1) listing.refresh()
    await settled(listing)
    for (let change = 0; change < 50; change += 1) listing.refresh()
    await settled(listing)
    expect(shelf.searches.length - before).toBe(1)
    pause.resolve()
    await vi.waitUntil(() => shelf.searches.length - before === 2, { interval: 0 })
  })

  test('a pause keeps nobody from scrolling', async () => {
    const { listing, ids } = setUp(1000, () => new Promise<void>(() => undefined))
    listing.ask(everything)
    await settled(listing)
    listing.refresh()
    await settled(listing)
    listing.see(300, 310)
    await settled(listing)
    expect(ids(300, 300)).toEqual([700])
  })

  test('rest while nobody sees the list, and are shown when it is seen again', async () => {
    const { shelf, listing, ids } = setUp(10)
    listing.ask(everything)
    await settled(listing)
    const before = shelf.searches.length
    listing.ask(undefined)
    shelf.add()
    listing.refresh()
    await settled(listing)
    expect(shelf.searches).toHaveLength(before)
    listing.ask(everything)
    await settled(listing)
    expect(ids(0, 1)).toEqual([11, 10])
  })
})

describe('by relevance', () => {
  test('news stand where they belong, and nobody is asked for those above', async () => {
    const { shelf, listing, ids } = setUp(1000)
    listing.ask({ words: '1', filters: {}, order: 'relevance' })
    listing.see(100, 110)
    await settled(listing)
    shelf.add()
    const before = shelf.searches.length
    listing.refresh()
    await settled(listing)
    expect(shelf.searches.slice(before)).toEqual([expect.objectContaining({ order: 'relevance', skip: 100 })])
    expect(listing.state().rows.fresh).toBe(0)
    expect(ids(100, 100)).toHaveLength(1)
  })
})

describe('numbers of many rows', () => {
  test('come from what is loaded, else in one answer', async () => {
    const { shelf, listing } = setUp(1000)
    listing.ask(everything)
    await settled(listing)
    expect(await listing.idsBetween(40, 60)).toEqual(Array.from({ length: 21 }, (_, index) => 960 - index))
    expect(await listing.idsBetween(0, 49)).toHaveLength(50)
    const before = shelf.searches.length
    expect(await listing.idsBetween(0, 999)).toHaveLength(1000)
    expect(shelf.searches.length - before).toBe(1)
    expect(await listing.idsBetween(990, 5000)).toHaveLength(10)
  })

  test('are all that was found, though nobody knows yet how many', async () => {
    const { listing } = setUp(400)
    listing.ask({ words: '1', filters: {} })
    await settled(listing)
    const found = Array.from({ length: 400 }, (_, index) => 400 - index).filter((id) => String(id).includes('1'))
    expect(listing.state().rows.isCountKnown).toBe(false)
    expect(await listing.idsBetween(0, Infinity)).toEqual(found)
  })

  test('are at most as many as one message names', async () => {
    const { listing } = setUp(100_010)
    listing.ask(everything)
    await settled(listing)
    expect(await listing.idsBetween(0, Infinity)).toHaveLength(100_000)
  })

  test('tell what was refused', async () => {
    const { shelf, listing } = setUp(1000)
    listing.ask(everything)
    await settled(listing)
    shelf.refuse({ code: 'library-busy', message: 'Busy.' })
    await expect(listing.idsBetween(0, 999)).rejects.toThrow('Busy.')
  })
})
