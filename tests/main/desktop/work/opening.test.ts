import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Archive } from '../../../../main/archive.ts'
import { beginOpening } from '../../../../main/desktop/work/opening.ts'
import { Failure } from '../../../../main/failure.ts'
import { failureOf } from '../../library/shelf.ts'

/** One try after the other, each ended by the test. */
function setUp() {
  const tries: PromiseWithResolvers<Archive>[] = []
  const opening = beginOpening(() => {
    const next = Promise.withResolvers<Archive>()
    tries.push(next)
    return next.promise
  })
  return { tries, opening }
}

const archive = {} as unknown as Archive

test('nobody waits for it: until it is open it is busy', async () => {
  const { tries, opening } = setUp()
  expect(failureOf(opening.archive)).toMatchObject({ code: 'library-busy', saying: { name: 'library.being-opened' } })
  tries[0]?.resolve(archive)
  await opening.tried
  expect(opening.archive()).toBe(archive)
  expect(tries).toHaveLength(1)
})

test('what did not open is tried again by who asks, one try at a time', async () => {
  const { tries, opening } = setUp()
  tries[0]?.reject(new Failure('disk', 'No.'))
  await opening.tried
  expect(tries).toHaveLength(1)
  for (let asked = 0; asked < 3; asked++) expect(failureOf(opening.archive).code).toBe('disk')
  expect(tries).toHaveLength(2)
  tries[1]?.reject(new Failure('library-newer', 'Newer.'))
  await nextTurn()
  expect(failureOf(opening.archive).code).toBe('library-newer')
  tries[2]?.resolve(archive)
  await nextTurn()
  expect(opening.archive()).toBe(archive)
})
