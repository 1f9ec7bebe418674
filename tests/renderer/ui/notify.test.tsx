// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { notify, undoLatest } from '../../../renderer/ui/notify.tsx'
import { show } from '../window.tsx'

describe('notify', () => {
  it('says a problem in a few words, with what main says and what to do', async () => {
    await show(null)
    act(() => notify.problem({ code: 'vision-auth', message: 'It answered 401.', advice: 'Make a new key.' }))
    expect(screen.getByText('The key is not accepted')).toBeTruthy()
    expect(screen.getByText('It answered 401. Make a new key.')).toBeTruthy()
  })

  it('says nothing of what the person has cancelled', async () => {
    await show(null)
    act(() => notify.problem({ code: 'cancelled', message: 'Cancelled.' }))
    expect(screen.queryByText('Cancelled')).toBeNull()
  })

  it('takes whatever was thrown', async () => {
    await show(null)
    act(() => notify.problem(new Error('gone')))
    expect(screen.getByText(/gone/)).toBeTruthy()
  })
})

describe('what can be undone', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
  afterEach(() => vi.useRealTimers())

  it('is undone by its button, once', async () => {
    const undo = vi.fn<() => void>()
    const { user } = await show(null)
    act(() => notify.undoable({ message: '3 entries deleted', undo }))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(screen.queryByText('3 entries deleted')).toBeNull())
    expect(undoLatest()).toBe(false)
  })

  it('is undone by the key, the latest first', async () => {
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()]
    await show(null)
    act(() => {
      notify.undoable({ message: 'one', undo: first })
      notify.undoable({ message: 'two', undo: second })
    })
    act(() => void undoLatest())
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
    act(() => void undoLatest())
    expect(first).toHaveBeenCalledTimes(1)
  })

  it('cannot be undone when main has forgotten it', async () => {
    const undo = vi.fn<() => void>()
    await show(null)
    act(() => notify.undoable({ message: 'gone', undo, seconds: 10 }))
    act(() => void vi.advanceTimersByTime(10_001))
    await waitFor(() => expect(screen.queryByText('gone')).toBeNull())
    expect(undoLatest()).toBe(false)
    expect(undo).not.toHaveBeenCalled()
  })
})
