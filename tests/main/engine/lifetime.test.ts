import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryNamed, type FakeEngine, pictureOf, startFake } from '../../fakes/engine/engine.ts'
import { isRunning, untilGone } from '../../fakes/engine/processes.ts'

const megabyte = 1024 * 1024

describe('unloading', () => {
  let engine: FakeEngine
  afterEach(() => engine.dispose())

  it('happens when idle, and the next request starts the engine again', async () => {
    engine = startFake({ idleMilliseconds: 1 })
    await engine.probe(pictureOf({ do: 'answer' }))
    await engine.logged(/ended: retired/)
    expect(engine.status()).toMatchObject({ state: 'stopped', crashes: 0 })
    await expect(engine.probe(pictureOf({ do: 'answer' }))).resolves.toBeDefined()
    expect(engine.status().restarts).toBe(1)
  })

  it('does not happen in the middle of a request', async () => {
    engine = startFake({ idleMilliseconds: 1 })
    await engine.probe(pictureOf({ do: 'progress', steps: 2000 }))
    expect(engine.status()).toMatchObject({ crashes: 0, restarts: 0 })
  })

  it('happens above the soft ceiling, before the next request', async () => {
    engine = startFake({ memory: { softBytes: 250 * megabyte } })
    await engine.probe(pictureOf({ do: 'answer' }))
    const { pid } = engine.status()
    await engine.probe(pictureOf({ do: 'answer' }))
    expect(engine.status().pid).toBe(pid)
    await engine.probe(pictureOf({ do: 'grow', bytes: 250 * megabyte }))
    await expect(engine.probe(pictureOf({ do: 'answer' }))).resolves.toBeDefined()
    expect(engine.status()).toMatchObject({ restarts: 1, crashes: 0 })
    expect(engine.status().pid).not.toBe(pid)
  })
})

describe('a spool', () => {
  let engine: FakeEngine
  afterEach(() => engine.dispose())

  it('that the system has cleared away is made anew', async () => {
    engine = startFake()
    await engine.probe(pictureOf({ do: 'answer' }))
    const [first = ''] = readdirSync(engine.spoolRoot)
    rmSync(join(engine.spoolRoot, first), { recursive: true })
    await expect(engine.probe(pictureOf({ do: 'answer' }))).resolves.toBeDefined()
    expect(readdirSync(engine.spoolRoot)).toEqual([expect.not.stringContaining(first)])
    expect(engine.status()).toMatchObject({ restarts: 1, crashes: 0 })
  })
})

describe('a program that uses the engine', () => {
  let spoolRoot: string
  let program: ChildProcess

  beforeEach(() => {
    spoolRoot = mkdtempSync(join(tmpdir(), 'lifetime-'))
  })
  afterEach(() => {
    program.kill('SIGKILL')
    rmSync(spoolRoot, { recursive: true, force: true })
  })

  /** Starts it and waits until it has told the engine's process. */
  async function run(order: string): Promise<number> {
    program = spawn(process.execPath, [entryNamed('command'), spoolRoot, order], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const [line] = (await once(program.stdout ?? program, 'data')) as [Buffer]
    return Number(line.toString())
  }

  it.each(['answer', 'replace'])(
    'ends by itself when its work is done, and leaves nothing behind (%s)',
    async (order) => {
      const engine = await run(order)
      const [code] = (await once(program, 'close')) as [number]
      expect(code).toBe(0)
      await untilGone(engine)
      expect(readdirSync(spoolRoot)).toEqual([])
    }
  )

  it.each(['ignore-cancel', 'hang'])('takes the engine with it when it is killed (%s)', async (order) => {
    const engine = await run(order)
    expect(isRunning(engine)).toBe(true)
    program.kill('SIGKILL')
    await untilGone(engine)
    expect(isRunning(engine)).toBe(false)
  })
})
