import type { Archive } from '../../archive.ts'
import { createCallMeter } from '../../call-meter.ts'
import type { Meter } from '../../vision/metered.ts'
import type { Session } from '../session.ts'
import { tellNotices } from './open.ts'

/**
 * Does work whose calls are counted in the library, where there is one: it is opened beside the first call, which does not
 * wait for it, and the end waits until all is counted. Where it cannot be opened, the work is done all the same.
 */
export async function counted<T>(session: Session, work: (meter: Meter) => Promise<T>): Promise<T> {
  let opening: Promise<Meter | undefined> | undefined
  const counting: Promise<void>[] = []
  const countOne = async (tell: (meter: Meter) => void): Promise<void> => {
    opening ??= openMeter(session)
    const meter = await opening
    if (meter !== undefined) tell(meter)
  }
  const count = (tell: (meter: Meter) => void): void => void counting.push(countOne(tell))
  try {
    return await work({
      called: (callee) => count((meter) => meter.called(callee)),
      answered: (callee, spent) => count((meter) => meter.answered(callee, spent))
    })
  } finally {
    await Promise.all(counting)
  }
}

async function openMeter({ house, terminal }: Session): Promise<Meter | undefined> {
  let archive: Archive
  try {
    if (!house().hasLibrary()) return undefined
    archive = await house().openAside()
  } catch {
    // What is wrong with the library is told where it is used.
    return undefined
  }
  tellNotices(archive, terminal)
  return createCallMeter(() => archive.queue)
}
