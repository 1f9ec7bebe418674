import { expect, it } from 'vitest'
import { loadAhead } from '../../../../main/cli/read/load-ahead.ts'

it('loads the next item while one is worked on, and never more', async () => {
  const events: string[] = []
  const load = async (item: string): Promise<string> => {
    events.push(`load ${item}`)
    return item.toUpperCase()
  }
  for await (const [item, loaded] of loadAhead(['a', 'b', 'c'], load)) events.push(`work on ${item} as ${loaded}`)
  expect(events).toEqual(['load a', 'load b', 'work on a as A', 'load c', 'work on b as B', 'work on c as C'])
})

it('has nothing to do for no items', async () => {
  const rounds = []
  for await (const round of loadAhead([], () => Promise.reject(new Error('loaded')))) rounds.push(round)
  expect(rounds).toEqual([])
})
