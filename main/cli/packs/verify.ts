import type { Packs } from '../../packs/packs.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Session } from '../session.ts'

/** Hashes packs and prints a line for each; a file that is not sound is named. */
export async function verifyPacks({ house, terminal }: Session, ids: readonly string[]): Promise<ExitCode> {
  const { packs } = house()
  let good = true
  for (const id of ids.length > 0 ? ids : await presentPacks(packs)) {
    const { sound, files } = await packs.verify(id)
    good &&= sound
    const faults = files.filter(({ state }) => state !== 'sound').map(({ name, state }) => `${name} is ${state}`)
    await terminal.print(`${id}: ${sound ? 'sound' : faults.join(', ')}\n`)
  }
  if (!good) terminal.say('  Fetch the pack again, or install Glyphlens anew when it is the one that came with it.')
  return good ? exitCodes.good : exitCodes.failed
}

async function presentPacks(packs: Packs): Promise<string[]> {
  const states = await packs.list()
  return states.filter(({ state }) => state !== 'absent').map(({ manifest }) => manifest.id)
}
