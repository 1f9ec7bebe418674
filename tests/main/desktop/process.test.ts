import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { watchProcess } from '../../../main/desktop/process.ts'
import type { LogLine } from '../../../main/log/line.ts'

function setUp() {
  const lines: LogLine[] = []
  const process = new EventEmitter()
  let overwhelmed = 0
  watchProcess(
    process as NodeJS.Process,
    (line) => lines.push(line),
    () => (overwhelmed += 1)
  )
  return { process, lines, overwhelmed: () => overwhelmed }
}

test('what nobody caught is written down, without what it holds, and the app goes on', () => {
  const { process, lines, overwhelmed } = setUp()
  process.emit('uncaughtException', new TypeError('Bearer sk-0123456789abcdef'))
  process.emit('unhandledRejection', { text: 'c4n4ry' })
  expect(lines).toEqual([
    { level: 'error', message: 'uncaught exception', detail: expect.stringContaining('TypeError') },
    { level: 'error', message: 'uncaught rejection', detail: 'thrown: object' }
  ])
  expect(JSON.stringify(lines)).not.toMatch(/c4n4ry|sk-0123/)
  expect(overwhelmed()).toBe(0)
})

test('errors without end are the end, once', () => {
  const { process, lines, overwhelmed } = setUp()
  for (let time = 0; time < 100; time += 1) process.emit('uncaughtException', new Error('again'))
  expect(overwhelmed()).toBe(1)
  expect(lines.length).toBeLessThanOrEqual(20)
  expect(process.listenerCount('uncaughtException')).toBe(0)
})
