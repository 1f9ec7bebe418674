import type { Session } from '../session.ts'
import { megabytes } from './list.ts'

/** Downloads a pack and shows how far it has come. Throws `Failure`. */
export async function fetchPack({ house, terminal, interruption }: Session, id: string): Promise<void> {
  await house().packs.fetch(id, {
    signal: interruption.signal,
    onProgress: ({ file, done, total }) =>
      terminal.showProgress(`${file}: ${megabytes(done)} of ${megabytes(total)}, ${Math.floor((100 * done) / total)} %`)
  })
  terminal.say(`${id} is here. "glyphlens packs use ${id}" reads with it.`)
}
