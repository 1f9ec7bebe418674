import { describe, expect, it } from 'vitest'
import { createTurns } from '../../../main/engine/turns.ts'

describe('turns', () => {
  it('go to one at a time, in order', async () => {
    const turns = createTurns(10)
    const seen: string[] = []
    let inside = 0
    const visit = async (name: string): Promise<void> => {
      const release = await turns.take()
      inside += 1
      seen.push(`${name} ${inside}`)
      await Promise.resolve()
      inside -= 1
      release()
    }
    await Promise.all(['a', 'b', 'c'].map(visit))
    expect(seen).toEqual(['a 1', 'b 1', 'c 1'])
    expect(turns.taken()).toBe(false)
  })

  it('refuse more than may wait', async () => {
    const turns = createTurns(1)
    const release = await turns.take()
    const waiting = turns.take()
    await expect(turns.take()).rejects.toMatchObject({ code: 'engine-busy' })
    release()
    await expect(waiting).resolves.toBeTypeOf('function')
  })

  it('with no room to wait still let one in', async () => {
    const turns = createTurns(0)
    const release = await turns.take()
    await expect(turns.take()).rejects.toMatchObject({ code: 'engine-busy' })
    release()
    await expect(turns.take()).resolves.toBeTypeOf('function')
  })

  it('let the urgent in first, however long the queue', async () => {
    const turns = createTurns(1)
    const seen: string[] = []
    const release = await turns.take()
    const visit = async (name: string, turn: Promise<() => void>): Promise<void> => {
      const end = await turn
      seen.push(name)
      end()
    }
    const patient = visit('patient', turns.take())
    const urgent = visit('urgent', turns.takeNext())
    release()
    await Promise.all([patient, urgent])
    expect(seen).toEqual(['urgent', 'patient'])
  })

  it('end only once', async () => {
    const turns = createTurns(2)
    const release = await turns.take()
    const second = turns.take()
    const third = turns.take()
    release()
    release()
    await second
    expect(turns.waiting()).toBe(1)
    ;(await second)()
    await expect(third).resolves.toBeTypeOf('function')
  })

  it('are left by those who lose patience', async () => {
    const turns = createTurns(2)
    const release = await turns.take()
    const controller = new AbortController()
    const impatient = turns.take(controller.signal)
    const patient = turns.take()
    controller.abort()
    await expect(impatient).rejects.toMatchObject({ code: 'cancelled' })
    release()
    await expect(patient).resolves.toBeTypeOf('function')
    expect(turns.waiting()).toBe(0)
  })

  it('are not taken from one who has already been let in by aborting', async () => {
    const turns = createTurns(2)
    const controller = new AbortController()
    const release = await turns.take(controller.signal)
    controller.abort()
    expect(turns.taken()).toBe(true)
    release()
    expect(turns.taken()).toBe(false)
  })

  it('close: refuse all who wait or come, and wait for the present one', async () => {
    const turns = createTurns(2)
    const release = await turns.take()
    const waiting = turns.take()
    const closed = turns.close()
    await expect(waiting).rejects.toMatchObject({ code: 'engine-closed' })
    await expect(turns.take()).rejects.toMatchObject({ code: 'engine-closed' })
    release()
    await expect(closed).resolves.toBeUndefined()
    await expect(turns.take()).rejects.toMatchObject({ code: 'engine-closed' })
  })
})
