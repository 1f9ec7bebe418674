import { describe, expect, it } from 'vitest'
import { canonical, fingerprintOf } from '../../../main/jobs/fingerprint.ts'

const job = {
  picture: 'ab',
  task: 'ask',
  engine: 'modelscope',
  model: 'one',
  parameters: { question: 'What?', n: [1, 2] }
}

describe('a fingerprint', () => {
  it('does not depend on the order of names', () => {
    expect(canonical({ b: { d: 1, c: [{ f: 1, e: 2 }] }, a: 2 })).toBe('{"a":2,"b":{"c":[{"e":2,"f":1}],"d":1}}')
    expect(fingerprintOf({ ...job, parameters: { n: [1, 2], question: 'What?' } })).toBe(fingerprintOf(job))
    expect(fingerprintOf(job)).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    { picture: 'cd' },
    { task: 'describe' },
    { engine: 'ollama' },
    { model: 'two' },
    { model: undefined },
    { parameters: { question: 'Who?', n: [1, 2] } },
    { parameters: { question: 'What?', n: [2, 1] } }
  ])('differs with %j', (change) => {
    expect(fingerprintOf({ ...job, ...change })).not.toBe(fingerprintOf(job))
  })
})
