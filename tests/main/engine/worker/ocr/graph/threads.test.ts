import { describe, expect, test } from 'vitest'
import {
  type Machine,
  physicalCores,
  thisMachine,
  threadsFor
} from '../../../../../../main/engine/worker/ocr/graph/threads.ts'

const linux: Machine = { platform: 'linux', architecture: 'x64', parallelism: 8, siblings: [] }
const pairs = ['0,4', '1,5', '2,6', '3,7', '0,4', '1,5', '2,6', '3,7']

describe('threads', () => {
  test.each<[string, Machine, number]>([
    ['two threads a core', { ...linux, siblings: pairs }, 4],
    ['one thread a core', { ...linux, siblings: ['0', '1', '2', '3'] }, 4],
    ['a container with two processors of many', { ...linux, parallelism: 2, siblings: pairs }, 2],
    ['Linux without topology', linux, 8],
    ['Windows on x64', { ...linux, platform: 'win32', parallelism: 12 }, 6],
    ['Windows with two processors', { ...linux, platform: 'win32', parallelism: 2 }, 2],
    ['Windows on ARM', { ...linux, platform: 'win32', architecture: 'arm64' }, 8],
    ['macOS on ARM', { ...linux, platform: 'darwin', architecture: 'arm64' }, 8]
  ])('%s', (_, machine, cores) => {
    expect(physicalCores(machine)).toBe(cores)
  })

  test('a wish is granted, none is replaced by a bounded number', () => {
    expect(threadsFor(3, linux)).toBe(3)
    expect(threadsFor(0, { ...linux, parallelism: 64 })).toBe(8)
  })

  test('this machine has at least one core', () => {
    expect(threadsFor(0, thisMachine())).toBeGreaterThan(0)
  })
})
