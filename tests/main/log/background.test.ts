import { expect, test } from 'vitest'
import { inBackground } from '../../../main/log/background.ts'
import type { LogLine } from '../../../main/log/line.ts'

test.each([
  [
    'at once',
    () => {
      throw new Error('gone')
    }
  ],
  ['later', () => Promise.reject(new Error('gone'))]
])('what fails %s is a line of the log', async (_when, work) => {
  const { promise, resolve } = Promise.withResolvers<LogLine>()
  inBackground(resolve, 'opening a link', work)
  expect(await promise).toMatchObject({
    level: 'warning',
    message: 'opening a link failed',
    detail: expect.stringContaining('gone')
  })
})
