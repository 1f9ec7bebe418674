import { expect, test } from 'vitest'
import type { Archive } from '../../../../main/archive.ts'
import type { News } from '../../../../main/bridge/news.ts'
import { createWork } from '../../../../main/desktop/work/work.ts'

test('the runner begins nothing more while a batch still ends', async () => {
  const said: string[] = []
  const batchesEnd = Promise.withResolvers<void>()
  const archive = {
    store: { readOnly: false },
    queue: { subscribe: () => () => undefined },
    createRunner: () => ({
      start: () => said.push('runner works'),
      stop: async ({ patience }: { patience: number }) => void said.push(`runner stops within ${patience}`)
    }),
    createBatches: () => ({
      resumeAll: () => said.push('batches go on'),
      stop: async () => {
        await batchesEnd.promise
        said.push('batches have ended')
      }
    })
  } as unknown as Archive
  const work = createWork({
    open: () => archive,
    conditions: () => () => undefined,
    news: { stop: () => said.push('news end') } as unknown as News,
    log: () => undefined
  })
  work.archive()
  const stopped = work.stop(1500)
  expect(said).toEqual(['runner works', 'batches go on', 'runner stops within 1500'])
  batchesEnd.resolve()
  await stopped
  expect(said.slice(3)).toEqual(['batches have ended', 'news end'])
})
