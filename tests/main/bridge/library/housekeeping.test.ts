import { stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Archive } from '../../../../main/archive.ts'
import { createHousekeeping, isPruningDue, retentionRulesOf } from '../../../../main/bridge/library/housekeeping.ts'
import type { Failure } from '../../../../main/failure.ts'
import { groups, type PreferenceValues } from '../../../../main/settings/groups.ts'
import { openShelf } from '../../library/shelf.ts'
import { handClock } from '../hand-clock.ts'

const day = 24 * 3600 * 1000

test.each([
  [{}, undefined],
  [{ keepDays: 30 }, { days: 30 }],
  [
    { keepDays: 30, keepEntries: 5, keepBytes: 2_000_000 },
    { days: 30, entries: 5, bytes: 2_000_000 }
  ]
])('the preferences %j are the rules %j', (library, rules) => {
  expect(retentionRulesOf(library)).toEqual(rules)
})

test.each([
  ['never before', undefined, true],
  ['a day ago', 10 * day, true],
  ['an hour ago', 11 * day - 3_600_000, false],
  ['by a clock that was ahead', 12 * day, true]
])('after %s', (_when, last, due) => {
  expect(isPruningDue(last, 11 * day)).toBe(due)
})

function setUp(library: PreferenceValues['library'], open: () => Pick<Archive, 'store' | 'library'>) {
  const clock = handClock(11 * day)
  const troubles: Failure[] = []
  let changes = 0
  const housekeeping = createHousekeeping({
    archive: open,
    preferences: { get: () => ({ ...groups.parse({}), library }) },
    changed: () => {
      changes += 1
    },
    onTrouble: (failure) => troubles.push(failure),
    clock
  })
  return { clock, housekeeping, troubles, changes: () => changes }
}

/** Lets the time come, and the work end. */
async function passTime({ clock, housekeeping }: Pick<ReturnType<typeof setUp>, 'clock' | 'housekeeping'>) {
  clock.pass(60_000)
  await housekeeping.stop()
}

test('what was deleted goes for good when it cannot be undone any more', async () => {
  const shelf = openShelf()
  const home = setUp({}, () => shelf)
  const id = await shelf.add({ text: 'a secret' })
  const file = shelf.library.pictures.path(shelf.library.entries.get(id).picture.id)
  shelf.hide([id])
  shelf.clock.now += 60_000
  home.housekeeping.soon()
  home.housekeeping.soon()
  expect(home.clock.pending()).toBe(1)
  await passTime(home)
  expect(shelf.store.value('SELECT count(*) FROM job')).toBe(0)
  await expect(stat(file)).rejects.toThrow('ENOENT')
  expect(home.changes()).toBe(0)
})

test("the person's rules are applied once a day, and stars stay", async () => {
  const shelf = openShelf()
  const home = setUp({ keepEntries: 1 }, () => shelf)
  await shelf.add({ text: 'first', starred: true })
  await shelf.add({ text: 'second' })
  await shelf.add({ text: 'third' })
  const texts = () => shelf.store.all('SELECT text FROM result ORDER BY job').map(({ text }) => text)
  home.housekeeping.soon()
  await passTime(home)
  expect(texts()).toEqual(['first'])
  expect(home.changes()).toBe(1)
  await shelf.add({ text: 'fourth' })
  await shelf.add({ text: 'fifth' })
  home.housekeeping.soon()
  await passTime(home)
  expect(texts()).toEqual(['first', 'fourth', 'fifth'])
  home.clock.pass(day)
  home.housekeeping.soon()
  await passTime(home)
  expect(texts()).toEqual(['first'])
})

test('trouble is told, and tried again the next time', async () => {
  const home = setUp({}, () => {
    throw new Error('the drive has gone')
  })
  home.housekeeping.soon()
  await passTime(home)
  home.housekeeping.soon()
  await passTime(home)
  expect(home.troubles.map(({ code }) => code)).toEqual(['internal', 'internal'])
})
