import { z } from 'zod'
import type { Engine } from '../engine/client.ts'
import type { PackLocation } from '../engine/protocol/pack.ts'
import type { Executor } from '../jobs/runner/executor.ts'
import { layOut, layoutModes } from '../layout/layout.ts'
import type { Library } from '../library/library.ts'
import type { Preferences } from '../settings/preferences.ts'

/** What a job of reading may say. */
const parameters = z.object({ layout: z.enum(layoutModes).optional() })

export interface DevicePorts {
  readonly engine: Pick<Engine, 'read'>
  readonly pictures: Pick<Library['pictures'], 'bytes'>
  /** The pack that reads. */
  readonly pack: () => Promise<PackLocation>
  readonly preferences: Pick<Preferences, 'get'>
}

/** Reads text on this machine. */
export function createDeviceExecutor({ engine, pictures, pack, preferences }: DevicePorts): Executor {
  return {
    execute: async ({ picture, parameters: wishes }, { signal, onProgress }) => {
      const { layout } = parameters.parse(wishes)
      const { threads, layout: preferred } = preferences.get().reading
      const reading = await engine.read(await pictures.bytes(picture), {
        pack: await pack(),
        threads,
        signal,
        onProgress: ({ done, total }) => onProgress(total > 0 ? done / total : 0)
      })
      return {
        kind: 'reading',
        text: layOut(reading, layout ?? preferred),
        body: reading,
        usage: { milliseconds: reading.milliseconds.total, model: reading.pack }
      }
    }
  }
}
