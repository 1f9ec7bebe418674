import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import type { Archive } from '../../../main/archive.ts'
import { createIntake, type Intake } from '../../../main/bridge/intake.ts'
import { createSentPictures, type SentPictures } from '../../../main/bridge/jobs/sent.ts'
import { createJobsHandlers } from '../../../main/bridge/jobs.ts'
import { createLibraryHandlers } from '../../../main/bridge/library.ts'
import { compose, type House } from '../../../main/compose.ts'
import type { Failure } from '../../../main/failure.ts'
import { installation } from '../../../main/installation.ts'
import { systemClock } from '../../../main/jobs/clock.ts'
import type { RunnerEvent } from '../../../main/jobs/runner/events.ts'
import type { Taken } from '../../../preload/contract/app.ts'
import { type Ask, ask } from '../../../preload/contract/ask.ts'
import type { Handlers } from '../../../preload/contract/contract.ts'
import { rejectionOf } from '../library/shelf.ts'

/** The whole house on a folder that goes with the test, and what the window may ask of it. */
export interface Home {
  readonly folder: string
  readonly house: House
  readonly archive: Archive
  readonly intake: Intake
  readonly jobs: Handlers['jobs']
  readonly library: Handlers['library']
  readonly sent: SentPictures
  /** What the dialogs of this window answer; undefined: the person closes them. */
  readonly dialogs: Dialogs
  /** How often the library was said to have changed. */
  readonly changes: () => number
  /** Works the queue off until nothing is left that need not wait. */
  readonly workOff: () => Promise<readonly RunnerEvent[]>
  /** Resolves when every file of a batch has had its turn. */
  readonly listed: (batch: number | undefined) => Promise<void>
  /** Takes a file in; answers its token. */
  readonly take: (path: string) => Promise<string>
}

export interface Dialogs {
  where: string | undefined
  which: string | undefined
  /** What a dialog has proposed. */
  proposed: string | undefined
}

/** Samples of the app, with text that the embedded pack reads. */
export const samples = join(installation().assets, 'samples')

/** The window that asks. */
export const caller = { contents: 1 }

export async function openHome(environment: Readonly<Record<string, string>> = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-bridge-'))
  const house = openHouse(join(folder, 'home'), environment)
  const archive = house.archive()
  const batches = archive.createBatches()
  onTestFinished(async () => {
    await batches.stop()
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })
  const { engine, vision, preferences } = house
  const intake = createIntake({ archive: house.archive, engine, samples, platform: process.platform })
  const sent = createSentPictures(systemClock)
  const dialogs: Dialogs = { where: undefined, which: undefined, proposed: undefined }
  let changes = 0
  const ports = { archive: house.archive, batches: () => batches, intake, engine, vision, preferences }
  return {
    folder,
    house,
    archive,
    intake,
    sent,
    dialogs,
    changes: () => changes,
    jobs: createJobsHandlers({
      ...ports,
      sent,
      progress: () => ({
        done: 0,
        failed: 0,
        remaining: { device: 1, vision: 2 },
        rate: undefined,
        timeLeft: undefined
      })
    }),
    library: createLibraryHandlers({
      ...ports,
      askWhere: async ({ name }) => {
        dialogs.proposed = name
        return dialogs.where
      },
      askWhich: async () => dialogs.which,
      mover: { move: async () => ({ kind: 'moved' }), stay: () => ({ kind: 'cancelled' }) },
      changed: () => {
        changes += 1
      }
    }),
    workOff: () => workOff(archive),
    listed: async (batch) => await batches.settled(batch ?? -1),
    take: async (path) => {
      const [taken] = await intake.paths([path])
      return tokenOf(taken)
    }
  }
}

/** What the schema makes of a question. */
export function asking(wish: Ask): z.output<typeof ask> {
  return ask.parse(wish)
}

/** Reading on this machine. */
export const reading = asking({ task: 'read', engine: 'device' })

/** The services on a folder. */
export function openHouse(folder: string, environment: Readonly<Record<string, string>> = {}): House {
  return compose({
    environment: { GLYPHLENS_HOME: folder, ...environment },
    platform: process.platform,
    fetch: globalThis.fetch,
    language: 'en',
    log: () => undefined
  })
}

/** The failure with which a handler refuses, at once or later. */
export async function refusalOf(work: () => unknown): Promise<Failure> {
  return await rejectionOf((async () => await work())())
}

export function tokenOf(taken: Taken | undefined): string {
  if (taken === undefined || taken.kind === 'refused') throw new Error(`not taken: ${JSON.stringify(taken)}`)
  return taken.token
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
