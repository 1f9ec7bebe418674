import { expect, test } from 'vitest'
import type { Archive } from '../../../../main/archive.ts'
import type { News } from '../../../../main/bridge/news.ts'
import { createWork } from '../../../../main/desktop/work/work.ts'
import { failureOf } from '../../library/shelf.ts'

test('while the work is held nobody gets the archive; then it goes on with the same one', async () => {
  const said: string[] = []
  const archive = {
    store: { readOnly: false },
    queue: {
      subscribe: () => {
        said.push('listens')
        return () => said.push('is deaf')
      }
    },
    createRunner: () => ({ start: () => said.push('runs'), stop: async () => void said.push('rests') }),
    createBatches: () => ({ resumeAll: () => said.push('lists'), stop: async () => void said.push('lists no more') })
  } as unknown as Archive
  const work = createWork({
    open: () => archive,
    conditions: () => () => undefined,
    news: {} as unknown as News,
    log: () => undefined
  })
  const goOn = await work.hold(100)
  expect(said.splice(0).toSorted()).toEqual(['is deaf', 'listens', 'lists', 'lists no more', 'rests', 'runs'])
  expect(failureOf(work.archive).code).toBe('library-busy')
  expect(failureOf(work.batches).code).toBe('library-busy')
  expect(said).toEqual([])
  goOn()
  expect(work.archive()).toBe(archive)
  expect(said).toEqual(['listens', 'runs', 'lists'])
})
