import { expect, test } from 'vitest'
import { createNews } from '../../../main/bridge/news.ts'
import { Failure } from '../../../main/failure.ts'
import type { Job } from '../../../main/jobs/job.ts'
import { untouched } from '../../../main/jobs/standing.ts'
import { handClock } from './hand-clock.ts'

function job(id: number): Job {
  return {
    ...untouched,
    id,
    uid: String(id),
    picture: 'a'.repeat(64),
    batch: undefined,
    name: 'a.png',
    source: 'file',
    origin: undefined,
    page: undefined,
    task: 'read',
    engine: 'device',
    model: undefined,
    parameters: {},
    priority: 0,
    failure: undefined,
    created: 0,
    started: undefined,
    finished: undefined
  }
}

function setUp() {
  const clock = handClock(1_000_000)
  const told: (readonly [string, unknown])[] = []
  const news = createNews({ clock, emit: (noun, event) => void told.push([noun, event]) })
  /** What was told since the last look. */
  const since = () => told.splice(0)
  return { clock, news, since }
}

test('pieces of answers are put together, each answer for itself', () => {
  const { clock, news, since } = setUp()
  for (const letter of 'abc') news.runner({ kind: 'text', id: 1, delta: letter })
  news.runner({ kind: 'text', id: 2, delta: 'x' })
  news.runner({ kind: 'working', id: 3, done: 0.1 })
  news.runner({ kind: 'working', id: 3, done: 0.2 })
  expect(since()).toEqual([])
  clock.pass(50)
  expect(since()).toEqual([
    ['jobs', { kind: 'text', id: 1, delta: 'abc' }],
    ['jobs', { kind: 'text', id: 2, delta: 'x' }],
    ['jobs', { kind: 'working', id: 3, done: 0.2 }]
  ])
})

test('a thousand changes are told four times a second at most, the last one too', () => {
  const { clock, news, since } = setUp()
  for (let round = 0; round < 1000; round += 1) {
    news.runner({ kind: 'left', job: job(round + 1) })
    news.queueChanged()
    clock.pass(1)
  }
  clock.pass(1000)
  const told = since()
  expect(told.filter(([noun]) => noun === 'jobs').length).toBeLessThanOrEqual(6)
  expect(told.at(-1)).toEqual(['library', { kind: 'changed' }])
  clock.pass(10_000)
  expect(since()).toEqual([])
})

test('a few jobs are named, many are not', () => {
  const { clock, news, since } = setUp()
  news.runner({ kind: 'started', job: job(1) })
  news.runner({ kind: 'left', job: job(2) })
  clock.pass(300)
  expect(since()).toEqual([
    ['jobs', { kind: 'changed', ids: [1, 2] }],
    ['library', { kind: 'changed' }]
  ])
  for (let id = 1; id <= 300; id += 1) news.runner({ kind: 'left', job: job(id) })
  clock.pass(300)
  expect(since()[0]).toEqual(['jobs', { kind: 'changed', ids: undefined }])
})

test('only the library is otherwise', () => {
  const { clock, news, since } = setUp()
  news.libraryChanged()
  clock.pass(300)
  expect(since()).toEqual([['library', { kind: 'changed' }]])
})

test('what was shown of an answer is void when it is asked again, and only then is it said', () => {
  const { clock, news, since } = setUp()
  news.runner({ kind: 'text', id: 1, delta: 'wrong' })
  clock.pass(50)
  news.runner({ kind: 'text', id: 1, delta: ' still wrong' })
  news.runner({ kind: 'again', id: 1 })
  news.runner({ kind: 'again', id: 2 })
  news.runner({ kind: 'text', id: 1, delta: 'right' })
  clock.pass(50)
  expect(since()).toEqual([
    ['jobs', { kind: 'text', id: 1, delta: 'wrong' }],
    ['jobs', { kind: 'again', id: 1 }],
    ['jobs', { kind: 'text', id: 1, delta: 'right' }]
  ])
})

test('the last words come before the news that it is done', () => {
  const { clock, news, since } = setUp()
  news.runner({ kind: 'text', id: 1, delta: 'end' })
  news.runner({ kind: 'left', job: job(1) })
  clock.pass(300)
  expect(since().map(([, event]) => event)).toMatchObject([{ kind: 'text' }, { kind: 'changed' }, { kind: 'changed' }])
})

test('progress is passed on, with what remains in all', () => {
  const { news, since } = setUp()
  const progress = { done: 1, failed: 2, remaining: { device: 3, vision: 4 }, rate: 0.5, timeLeft: 14_000 }
  news.runner({ kind: 'progress', progress })
  expect(since()).toEqual([['jobs', { kind: 'progress', progress: { ...progress, remaining: 7 } }]])
})

test('trouble is told once, until it is another', () => {
  const { clock, news, since } = setUp()
  const failure = new Failure('disk', 'The folder has gone.', { advice: 'Bring it back.' })
  news.batch({ kind: 'trouble', batch: 1, failure })
  news.batch({ kind: 'trouble', batch: 1, failure })
  news.runner({ kind: 'disk-full' })
  clock.pass(300)
  expect(since().filter(([noun]) => noun === 'app')).toMatchObject([
    [
      'app',
      {
        kind: 'notice',
        level: 'error',
        problem: { code: failure.code, message: failure.message, advice: failure.advice }
      }
    ],
    ['app', { kind: 'notice', level: 'warning' }]
  ])
})

test('after the end nothing is told, and no timer is left', () => {
  const { clock, news, since } = setUp()
  news.runner({ kind: 'text', id: 1, delta: 'x' })
  news.queueChanged()
  news.stop()
  clock.pass(1000)
  expect(since()).toEqual([])
  expect(clock.pending()).toBe(0)
})
