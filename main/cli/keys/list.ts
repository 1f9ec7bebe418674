import { storedFor } from '../../settings/vault/stored-for.ts'
import { alignColumns } from '../output/table.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'

/** Prints whose keys are stored; never a whole one. */
export async function listKeys({ house, terminal }: Session, json: boolean): Promise<void> {
  const { keys, folders } = house()
  const stored = keys.list()
  const elsewhere = storedFor(folders.data)
  if (stored.length === 0) terminal.say('No key is stored.')
  if (elsewhere.length > 0) {
    const names = elsewhere.map(({ provider, lastFour }) => `${printable(provider)} …${printable(lastFour)}`).join(', ')
    terminal.say(`The desktop app keeps keys of its own, which only it can open: ${names}.`)
  }
  await terminal.print(
    json
      ? stored.map((key) => `${JSON.stringify(key)}\n`).join('')
      : alignColumns(stored.map(({ provider, lastFour }) => [printable(provider), `…${printable(lastFour)}`]))
  )
}
