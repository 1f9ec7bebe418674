import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Archive } from '../../../main/archive.ts'
import { createIntake, type Intake } from '../../../main/bridge/intake.ts'
import { compose, type House } from '../../../main/compose.ts'
import { installation } from '../../../main/installation.ts'
import type { RunnerEvent } from '../../../main/jobs/runner/events.ts'

/** The whole house on a folder that goes with the test. */
export interface Home {
  readonly folder: string
  readonly house: House
  readonly archive: Archive
  readonly intake: Intake
  /** Works the queue off until nothing is left that need not wait. */
  readonly workOff: () => Promise<readonly RunnerEvent[]>
}

/** Samples of the app, with text that the embedded pack reads. */
export const samples = join(installation().assets, 'samples')

export async function openHome(environment: Readonly<Record<string, string>> = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-bridge-'))
  const house = compose({
    environment: { GLYPHLENS_HOME: join(folder, 'home'), ...environment },
    platform: process.platform,
    fetch: globalThis.fetch,
    language: 'en',
    log: () => undefined
  })
  onTestFinished(async () => {
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })
  const archive = house.archive()
  const intake = createIntake({ archive: house.archive, engine: house.engine, samples, platform: process.platform })
  return { folder, house, archive, intake, workOff: () => workOff(archive) }
}

async function workOff(archive: Archive): Promise<readonly RunnerEvent[]> {
  const events: RunnerEvent[] = []
  const { promise: idle, resolve } = Promise.withResolvers<void>()
  const runner = archive.createRunner({
    onEvent: (event) => {
      events.push(event)
      if (event.kind === 'idle') resolve()
    }
  })
  runner.start()
  await idle
  await runner.stop()
  return events
}
