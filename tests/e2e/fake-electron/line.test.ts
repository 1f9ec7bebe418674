import { expect, test } from 'vitest'
import { type Calls, openLine, type Port } from './line.ts'

/** Two ends that hear each other at the next turn. */
function ends(): readonly [Port, Port] {
  const listeners: ((message: unknown) => void)[] = []
  const end = (other: number): Port => ({
    send: (message) => queueMicrotask(() => listeners[other]?.(structuredClone(message))),
    onMessage: (listener) => void (listeners[1 - other] = listener)
  })
  return [end(1), end(0)]
}

type There = {
  readonly add: (a: number, b: number) => number
  readonly fail: () => never
  readonly note: (word: string) => void
}

function open() {
  const [one, other] = ends()
  const heard: string[] = []
  const there = {
    add: (a: number, b: number) => a + b,
    fail: () => {
      throw new TypeError('not today')
    },
    note: (word: string) => void heard.push(word)
  }
  openLine(other, there as Calls)
  return { line: openLine<There & Calls>(one, {}), heard }
}

test('calls are answered, errors by their message', async () => {
  const { line } = open()
  expect(await line.there.add(2, 3)).toBe(5)
  await expect(line.there.fail()).rejects.toThrow('not today')
  await expect(line.there['nothing']?.()).rejects.toThrow('nothing')
})

test('calls arrive in order', async () => {
  const { line, heard } = open()
  await Promise.all(['a', 'b', 'c'].map((word) => line.there.note(word)))
  expect(heard).toEqual(['a', 'b', 'c'])
})

test('when the other end has gone, what waits and what comes is told so', async () => {
  const [one] = ends()
  const line = openLine<There & Calls>(one, {})
  const waiting = line.there.add(1, 1)
  line.end(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  await expect(line.there.add(1, 1)).rejects.toThrow('gone')
})
