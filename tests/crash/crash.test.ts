import { expect, it } from 'vitest'
import { crash } from './crash.ts'

it('nothing is lost, doubled or asked for twice when the process is killed', { timeout: 180_000 }, async () => {
  const report = await crash({ seed: 20_261_123, kills: 12, jobs: 60, processes: 2 })
  expect(report).toMatchObject({ lost: [], doubled: [], repeated: [], damaged: [] })
  expect(report.kills).toBe(12)
  expect(report.done + report.givenUp).toBe(report.jobs)
})
