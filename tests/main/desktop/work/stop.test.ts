import { expect, test } from 'vitest'
import { endAll } from '../../../../main/desktop/work/stop.ts'
import type { LogLine } from '../../../../main/log/line.ts'

test('everything ends in order, whatever one of them does', async () => {
  const lines: LogLine[] = []
  const ended: string[] = []
  const ending = (name: string, end: () => Promise<void> | void, limit = 10_000) => ({
    name,
    limit,
    end: () => {
      ended.push(name)
      return end()
    }
  })
  await endAll(
    [
      ending('one', () => Promise.resolve()),
      ending('throws', () => {
        throw new Error('first')
      }),
      ending('rejects', () => Promise.reject(new Error('second'))),
      // The limit is all that ends it.
      ending('hangs', () => new Promise(() => {}), 1),
      ending('last', () => {})
    ],
    (line) => lines.push(line)
  )
  expect(ended).toEqual(['one', 'throws', 'rejects', 'hangs', 'last'])
  expect(lines).toEqual([
    { level: 'error', message: 'throws did not end well', detail: expect.stringContaining('first') },
    { level: 'error', message: 'rejects did not end well', detail: expect.stringContaining('second') },
    { level: 'warning', message: 'hangs did not end within 1 ms' }
  ])
})
