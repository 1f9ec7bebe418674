import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Queue } from '../../../../main/jobs/queue/queue.ts'
import { VisionFailure } from '../../../../main/vision/failure.ts'
import { asking, queueAt, reading } from './library.ts'

const device = { lane: 'device', busy: [] } as const
const vision = { lane: 'vision', busy: [] } as const

function names(queue: Queue): string[] {
  return queue.list().map((job) => job.name.replace('.png', ''))
}

describe('order', () => {
  it('can be changed, also many times between the same two', () => {
    const { queue, store } = queueAt()
    const ids = [1, 2, 3, 4].map((number) => queue.add(reading(store, number)).id)
    const [first = 0, second = 0, third = 0, fourth = 0] = ids
    expect(queue.reorder(fourth, { before: first })).toBe(true)
    expect(names(queue)).toEqual(['4', '1', '2', '3'])
    for (let turn = 0; turn < 150; turn += 1) queue.reorder(turn % 2 === 0 ? second : third, { before: first })
    expect(names(queue)).toEqual(['4', '2', '3', '1'])
    queue.reorder(fourth, { priority: 'normal' })
    expect(names(queue)).toEqual(['2', '3', '1', '4'])
  })

  it('is that of a list, whatever goes before what', () => {
    const move = fc.record({ one: fc.nat(7), other: fc.nat(7), times: fc.integer({ min: 1, max: 120 }) })
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 8 }), (moves) => {
        const { queue, store } = queueAt()
        const ids = Array.from({ length: 8 }, (_, number) => queue.add(reading(store, number)).id)
        let line = ids
        for (const { one, other, times } of moves) {
          for (let time = 0; time < times; time += 1) {
            // By turns, which halves the room between two each time.
            const [id = 0, before = 0] = [ids[(one + (time % 3)) % 8], ids[other]]
            if (!queue.reorder(id, { before })) continue
            line = line.filter((listed) => listed !== id)
            line.splice(line.indexOf(before), 0, id)
          }
        }
        expect(queue.list().map((job) => job.id)).toEqual(line)
        store.close()
      }),
      { numRuns: 20 }
    )
  })

  it('changes few jobs, however long the line is', () => {
    const { queue, store } = queueAt()
    const ids = Array.from({ length: 400 }, (_, number) => queue.add(reading(store, number)).id)
    const [first = 0, second = 0] = ids
    const last = ids.at(-1) ?? 0
    const changes = (): number => Number(store.value('SELECT total_changes()'))
    for (let turn = 0; turn < 150; turn += 1) {
      const before = changes()
      expect(queue.reorder(turn % 2 === 0 ? first : second, { before: last })).toBe(true)
      expect(changes() - before).toBeLessThan(100)
    }
    const end = [...ids.slice(2, -1), first, second, last]
    expect(queue.list({ limit: 400 }).map((job) => job.id)).toEqual(end)
  })

  it('is that of adding, wherever those before have got to', () => {
    const { queue, store } = queueAt()
    queue.add(reading(store, 1))
    queue.work.take(device)
    queue.add(asking(store, 2))
    const { id } = queue.work.take(vision) ?? { id: 0 }
    queue.work.fail(id, new VisionFailure('vision-rate', 'Too fast.', { retry: { kind: 'soon', milliseconds: 5000 } }))
    queue.add(reading(store, 3))
    expect(names(queue)).toEqual(['1', '2', '3'])
    queue.reorder(queue.add(reading(store, 4, { priority: 'person' })).id, { priority: 'normal' })
    expect(names(queue)).toEqual(['1', '2', '3', '4'])
  })

  it('takes a job into the priority of the one that it goes before', () => {
    const { queue, store } = queueAt()
    const { id } = queue.add(reading(store, 1))
    const person = queue.add(reading(store, 2, { priority: 'person' })).id
    queue.reorder(id, { before: person })
    expect(names(queue)).toEqual(['1', '2'])
    expect(queue.get(id)?.priority).toBe(0)
  })

  it('of what is not in line stays', () => {
    const { queue, store } = queueAt()
    const { id } = queue.add(reading(store, 1))
    const other = queue.add(reading(store, 2)).id
    queue.work.take(device)
    expect(queue.reorder(id, { before: other })).toBe(false)
    expect(queue.reorder(other, { before: id })).toBe(false)
    expect(queue.reorder(other, { before: other })).toBe(false)
    expect(queue.reorder(999, { priority: 'person' })).toBe(false)
  })
})
