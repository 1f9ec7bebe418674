import { expect, it } from 'vitest'
import { createMemory } from '../../../../../main/engine/worker/ocr/memory.ts'

it('lends as much as is asked for, again and again the same', () => {
  const memory = createMemory()
  const first = memory(10).fill(7)
  expect(memory(4)).toEqual(first.subarray(0, 4))
  expect(memory(4).buffer).toBe(first.buffer)
  const larger = memory(20)
  expect(larger).toHaveLength(20)
  expect(larger.buffer).not.toBe(first.buffer)
  expect(memory(10).buffer).toBe(larger.buffer)
})
