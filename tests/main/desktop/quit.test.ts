import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { holdUntilEnded } from '../../../main/desktop/quit.ts'

const electron = vi.hoisted(() => ({
  app: undefined as unknown as EventEmitter & { quit: () => void },
  power: undefined as unknown as EventEmitter
}))
vi.mock('electron', () => ({
  get app() {
    return electron.app
  },
  get powerMonitor() {
    return electron.power
  }
}))

/** An app that quits as Electron does: it asks, and ends when nobody holds it back. */
function createApp() {
  const app = Object.assign(new EventEmitter(), {
    hasEnded: Promise.withResolvers<string[]>(),
    quit: () => {
      app.emit('before-quit', { preventDefault: () => {} })
      let isHeld = false
      app.emit('will-quit', { preventDefault: () => (isHeld = true) })
      steps.push(isHeld ? 'held' : 'gone')
      if (!isHeld) app.hasEnded.resolve(steps)
    }
  })
  const steps: string[] = []
  return { app, steps }
}

let fake: ReturnType<typeof createApp>
beforeEach(() => {
  fake = createApp()
  electron.app = fake.app
  electron.power = new EventEmitter()
})

test('the app is held until all work has ended, and goes then', async () => {
  const { app, steps } = fake
  const quitting = holdUntilEnded(
    () => [
      { name: 'one', limit: 1000, end: async () => void steps.push('one') },
      { name: 'two', limit: 1000, end: () => Promise.reject(new Error('x')) }
    ],
    () => {}
  )
  expect(quitting.hasBegun()).toBe(false)
  app.quit()
  expect(quitting.hasBegun()).toBe(true)
  expect(await app.hasEnded.promise).toEqual(['one', 'held', 'gone'])
})

test('who is impatient does not end it twice', async () => {
  const { app, steps } = fake
  const end = Promise.withResolvers<void>()
  holdUntilEnded(
    () => [{ name: 'one', limit: 10_000, end: () => (steps.push('one'), end.promise) }],
    () => {}
  )
  app.quit()
  app.quit()
  end.resolve()
  expect((await app.hasEnded.promise).filter((step) => step === 'one')).toHaveLength(1)
})

test('work that was ended before, for an update, is not ended again', async () => {
  const { app, steps } = fake
  const quitting = holdUntilEnded(
    () => [{ name: 'one', limit: 1000, end: () => void steps.push('one') }],
    () => {}
  )
  await quitting.endWork()
  app.quit()
  expect(steps).toEqual(['one', 'gone'])
})

test('the app stays when its windows are closed', () => {
  holdUntilEnded(
    () => [],
    () => {}
  )
  // Electron quits by itself only where nobody listens.
  expect(fake.app.listenerCount('window-all-closed')).toBe(1)
})

test('a system that shuts down is not held up', () => {
  const { app, steps } = fake
  holdUntilEnded(
    () => [{ name: 'one', limit: 10_000, end: () => (steps.push('one'), new Promise(() => {})) }],
    () => {}
  )
  electron.power.emit('shutdown')
  app.quit()
  expect(steps).toEqual(['one', 'gone'])
})
