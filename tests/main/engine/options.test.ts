import { existsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { describe, expect, it } from 'vitest'
import { deadlines, withDefaults } from '../../../main/engine/options.ts'
import { operations } from '../../../main/engine/protocol/operations.ts'

describe('the options of the engine', () => {
  it('name things that exist by default', () => {
    const { entry, node, code } = withDefaults({})
    expect([entry, node, ...code].filter((path) => path === undefined || !existsSync(path))).toEqual([])
  })

  it('leave half of the memory to others', () => {
    const { softBytes, hardBytes } = withDefaults({})
    expect(hardBytes).toBeLessThanOrEqual(totalmem() / 2)
    expect(softBytes).toBeLessThanOrEqual(hardBytes)
  })

  it('never put the soft ceiling above the hard one', () => {
    expect(withDefaults({ memory: { softBytes: 2000, hardBytes: 1000 } })).toMatchObject({
      softBytes: 1000,
      hardBytes: 1000
    })
  })

  it('know a deadline for every operation', () => {
    expect(Object.keys(deadlines).toSorted()).toEqual(Object.keys(operations).toSorted())
  })
})
