import { afterEach, describe, expect, it, vi } from 'vitest'
import { createCloses } from './closes.ts'
import { createJournal } from './journal.ts'

const request = { listener: 'plain', method: 'POST', path: '/', headerNames: [], keyHash: undefined }

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a client that leaves', () => {
  it.each([
    [999, []],
    [1001, [{ check: 8, request: 1 }]]
  ])('%i ms after the cancellation', async (milliseconds, red) => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(5000)
    const journal = createJournal()
    const record = journal.open(request)
    const close = createCloses(journal).next()
    clock.mockReturnValue(5000 + milliseconds)
    record.mark('clientClosed')
    expect((await close).id).toBe(1)
    expect(journal.red()).toMatchObject(red)
    expect(journal.red()).toHaveLength(red.length)
  })
})
