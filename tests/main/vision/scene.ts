import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../../main/compose.ts'
import type { Preferences } from '../../../main/settings/preferences.ts'
import type { ChatTimes } from '../../../main/vision/chat.ts'
import { createChat } from '../../../main/vision/client/chat.ts'
import { createVision, type Vision } from '../../../main/vision/vision.ts'
import { startVisionServer, type VisionServer } from '../../fakes/vision-server/server.ts'

/** Asking as the app does it, of a provider on the loopback. */
export interface Scene {
  readonly vision: Vision
  readonly preferences: Preferences
  readonly server: VisionServer
  /** Milliseconds of all waits since the last call of this function; none of them was really waited. */
  readonly waits: () => readonly number[]
  /** Lines of the log so far. */
  readonly log: readonly string[]
  readonly close: () => Promise<void>
}

/** No busy machine is as slow. */
const patient: ChatTimes = { firstByte: 20_000, idle: 20_000, total: 50_000 }

/** Opens a scene whose clock does not wait between tries. */
export async function openScene({ times = patient }: { readonly times?: ChatTimes } = {}): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'glyphlens-vision-'))
  const server = await startVisionServer()
  const log: string[] = []
  const house = compose({
    environment: { GLYPHLENS_HOME: folder, MODELSCOPE_API_KEY: server.key },
    platform: process.platform,
    fetch: globalThis.fetch,
    language: 'en',
    log: (line) => log.push(`${line.message} ${line.detail ?? ''}`)
  })
  let waits: number[] = []
  const vision = createVision({
    ...house,
    chat: createChat({ fetch: globalThis.fetch, times, log: (line) => log.push(JSON.stringify(line)) }),
    pack: () => house.packs.active(),
    language: 'en',
    wait: (milliseconds, signal) => {
      waits.push(milliseconds)
      return signal?.aborted ? Promise.reject(new Error('aborted')) : Promise.resolve()
    }
  })
  return {
    vision,
    preferences: house.preferences,
    server,
    log,
    waits: () => {
      const former = waits
      waits = []
      return former
    },
    close: async () => {
      await house.close()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
