import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createQueue } from '../../../../main/jobs/queue/queue.ts'
import type { RunnerEvent } from '../../../../main/jobs/runner/events.ts'
import type { Executor } from '../../../../main/jobs/runner/executor.ts'
import { hasRoom } from '../../../../main/jobs/runner/room.ts'
import { createRunner } from '../../../../main/jobs/runner/runner.ts'
import { openStore } from '../../../../main/store/store.ts'
import { quickClock } from '../batch/desk.ts'
import { reading, temporaryFolder } from '../queue/library.ts'

const mebibyte = 1024 * 1024

/** A file system of a few megabytes in memory; undefined where one may not be mounted. */
function tinyDisk(): string | undefined {
  if (process.platform !== 'linux') return undefined
  const folder = temporaryFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder])
  if (mounted.status !== 0) return undefined
  onTestFinished(() => {
    spawnSync('umount', ['--lazy', folder])
  })
  return folder
}

describe('a disk that fills up', () => {
  it('stops the queue; it goes on by itself when there is room, and nothing is lost', async ({ skip }) => {
    const folder = tinyDisk() ?? skip('a file system may not be mounted here')
    const store = openStore(join(folder, 'library'))
    const queue = createQueue({ store, now: quickClock.now })
    for (let number = 0; number < 6; number += 1) queue.add(reading(store, number))
    const filler = join(folder, 'filler')
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(filler, Buffer.alloc(bavail * bsize - mebibyte))
    const executor: Executor = {
      execute: (job) => Promise.resolve({ kind: 'text', text: job.name.repeat(60_000), body: {} })
    }
    const { promise: idle, resolve } = Promise.withResolvers<void>()
    const events: RunnerEvent['kind'][] = []
    const runner = createRunner({
      queue,
      executors: { device: executor, vision: executor },
      clock: quickClock,
      hasRoom: () => hasRoom(folder, 2 * mebibyte),
      onEvent: ({ kind }) => {
        events.push(kind)
        // Room is made once it was missed.
        if (kind === 'disk-full') rmSync(filler, { force: true })
        if (kind === 'idle') resolve()
      }
    })
    runner.start()
    await idle
    await runner.stop()
    expect(events).toContain('disk-full')
    expect(events).toContain('room-again')
    expect(events).not.toContain('trouble')
    expect(queue.counts().states).toMatchObject({ done: 6, failed: 0 })
    expect(store.value('SELECT sum(length(text)) FROM result')).toBe(6 * 5 * 60_000)
    expect(store.value('PRAGMA integrity_check')).toBe('ok')
    store.close()
  })
})
