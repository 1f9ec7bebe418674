import { describe, expect, it } from 'vitest'
import {
  classifyExit,
  countOomKills,
  type DeathKind,
  describeExit,
  type Exit,
  isCrash
} from '../../../main/engine/death.ts'
import { outOfMemoryMark } from '../../../main/engine/protocol/launch.ts'

const exit: Exit = { code: null, signal: null, stderr: '', oomKills: 0 }

describe('the way in which an engine ended', () => {
  const rows: readonly (readonly [string, Partial<Exit>, DeathKind])[] = [
    ['an exit code', { code: 1 }, 'crashed'],
    ['an exit without reason', { code: 0 }, 'crashed'],
    ['a fault in native code', { signal: 'SIGSEGV' }, 'crashed'],
    ['an access violation on Windows', { code: 3_221_225_477 }, 'crashed'],
    ['no memory on Windows', { code: 3_221_225_495 }, 'out-of-memory'],
    ['killed by somebody', { signal: 'SIGKILL' }, 'crashed'],
    ['killed by the system, which was out of memory', { signal: 'SIGKILL', oomKills: 1 }, 'out-of-memory'],
    ['died while the system killed another', { signal: 'SIGSEGV', oomKills: 1 }, 'crashed'],
    ['its own ceiling', { signal: 'SIGKILL', stderr: `x\n${outOfMemoryMark}: 3000 MB\n` }, 'out-of-memory'],
    [
      'the heap of V8',
      {
        signal: 'SIGABRT',
        stderr: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'
      },
      'out-of-memory'
    ],
    [
      'the heap of C++',
      { signal: 'SIGABRT', stderr: "terminate called after throwing an instance of 'std::bad_alloc'" },
      'out-of-memory'
    ],
    ['killed at its deadline', { signal: 'SIGKILL', killedFor: 'timeout', oomKills: 1 }, 'timeout'],
    ['killed for its nonsense', { signal: 'SIGKILL', killedFor: 'protocol' }, 'protocol'],
    ['retired', { code: 0, killedFor: 'retired' }, 'retired']
  ]

  it.each(rows)('%s', (_, facts, kind) => {
    expect(classifyExit({ ...exit, ...facts })).toBe(kind)
  })

  it('counts as a crash when it is the engine’s own fault', () => {
    expect((['crashed', 'out-of-memory', 'protocol', 'start-timeout'] as const).map(isCrash)).not.toContain(false)
    expect((['timeout', 'cancelled', 'retired', 'closed'] as const).map(isCrash)).not.toContain(true)
  })

  it('is described with its last words', () => {
    expect(describeExit({ ...exit, code: 7 })).toBe('exit code 7')
    expect(describeExit({ ...exit, signal: 'SIGABRT', stderr: ' oh\n' })).toBe('signal SIGABRT\noh')
  })
})

it('the kills of the system are counted', () => {
  expect(countOomKills()).toBeGreaterThanOrEqual(0)
})
