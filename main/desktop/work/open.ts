import { join } from 'node:path'
import { createIntake, type Intake } from '../../bridge/intake.ts'
import { createSentPictures, type SentPictures } from '../../bridge/jobs/sent.ts'
import { createHousekeeping, type Housekeeping } from '../../bridge/library/housekeeping.ts'
import { createNews, type News, type NewsPorts } from '../../bridge/news.ts'
import type { House } from '../../compose.ts'
import type { Installation } from '../../installation.ts'
import { systemClock } from '../../jobs/clock.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'
import { type Machine, watchMachine } from '../system/conditions.ts'
import { rememberedBySystem } from '../system/recent-documents.ts'
import { createWork, type Work, type WorkPorts } from './work.ts'

export interface OpenWorkPorts extends Pick<House, 'engine' | 'preferences'> {
  /** As for `createWork`. */
  readonly open: WorkPorts['open']
  readonly place: Installation
  readonly platform: NodeJS.Platform
  readonly emit: NewsPorts['emit']
  readonly log: Log
}

/** All that works without a window: the queue of this process, what comes in, what is looked after. */
export interface OpenWork {
  readonly machine: Machine
  readonly news: News
  readonly work: Work
  readonly housekeeping: Housekeeping
  readonly intake: Intake
  readonly sent: SentPictures
}

/** Does nothing yet: work begins when the library is first asked for. */
export function openWork({ engine, preferences, open, place, platform, emit, log }: OpenWorkPorts): OpenWork {
  const machine = watchMachine()
  const news = createNews({ emit })
  const work = createWork({ open, conditions: machine.conditions, news, log })
  const { archive } = work
  const housekeeping = createHousekeeping({
    archive,
    preferences,
    changed: news.libraryChanged,
    onTrouble: (failure) => log({ level: 'warning', message: `not tidied: ${failure.code}`, detail: describe(failure) })
  })
  work.onRunner((event) => {
    if (event.kind === 'idle') housekeeping.soon()
  })
  const intake = createIntake({ archive, engine, samples: join(place.assets, 'samples'), platform })
  return {
    machine,
    news,
    work,
    housekeeping,
    intake: rememberedBySystem(intake),
    sent: createSentPictures(systemClock)
  }
}
