import type { RememberedRegion } from '../../capture/geometry/remembered.ts'
import type { StageTimes } from '../../capture/times/stages.ts'
import { withCapture } from '../../capture/times/summary.ts'
import { regionFile } from '../../captured/region.ts'
import { timesFile } from '../../captured/times.ts'
import { describe } from '../../log/describe.ts'
import type { Log } from '../../log/line.ts'

/** What captures leave behind. Never throws: what cannot be kept is only missed. */
export interface CaptureMemory {
  readonly region: () => RememberedRegion | undefined
  readonly rememberRegion: (region: RememberedRegion) => void
  readonly addTimes: (times: StageTimes) => void
}

/** In the app's data folder. */
export function createMemory(folder: string, log: Log): CaptureMemory {
  const region = regionFile(folder)
  const times = timesFile(folder)
  const keep = (write: () => void): void => {
    try {
      write()
    } catch (thrown) {
      log({ level: 'warning', message: 'what a capture leaves behind was not kept', detail: describe(thrown) })
    }
  }
  return {
    region: region.read,
    rememberRegion: (framed) => keep(() => region.write(framed)),
    addTimes: (spent) => keep(() => times.write(withCapture(times.read(), spent)))
  }
}
