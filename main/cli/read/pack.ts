import type { PackLocation } from '../../engine/protocol/pack.ts'
import type { Packs } from '../../packs/packs.ts'
import type { Terminal } from '../terminal.ts'

/** The pack that was named, or the chosen one; says so when another one has to stand in for it. Throws `Failure`. */
export async function choosePack(packs: Packs, id: string | undefined, terminal: Terminal): Promise<PackLocation> {
  if (id !== undefined) return packs.locate(id)
  const { notice, manifest, folder } = await packs.active()
  if (notice !== undefined) terminal.say(`${terminal.paint('yellow', 'glyphlens:')} ${notice.message}`)
  return { manifest, folder }
}
