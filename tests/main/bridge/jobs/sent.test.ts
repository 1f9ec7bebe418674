import { expect, test } from 'vitest'
import { createSentPictures } from '../../../../main/bridge/jobs/sent.ts'
import { handClock } from '../hand-clock.ts'

const picture = { type: 'image/png', bytes: new Uint8Array(40) }

test('a picture is there for a while, under a name that nobody can guess', () => {
  const clock = handClock()
  const sent = createSentPictures(clock)
  const id = sent.add(picture)
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(sent.get(id)).toEqual(picture)
  expect(sent.get('0'.repeat(32))).toBeUndefined()
  clock.pass(11 * 60_000)
  expect(sent.get(id)).toBeUndefined()
})

test('the oldest go when there are too many, the last one stays however large it is', () => {
  const clock = handClock()
  const sent = createSentPictures(clock, 100)
  const [first = '', second = '', third = ''] = [picture, picture, picture].map(sent.add)
  expect([first, second, third].map((id) => sent.get(id) !== undefined)).toEqual([false, true, true])
  const large = sent.add({ type: 'image/png', bytes: new Uint8Array(1000) })
  expect(sent.get(third)).toBeUndefined()
  expect(sent.get(large)?.bytes).toHaveLength(1000)
  expect(clock.pending()).toBe(1)
})
