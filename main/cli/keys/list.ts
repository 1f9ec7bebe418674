import { alignColumns } from '../output/table.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'

/** Prints whose keys are stored; never a whole one. */
export async function listKeys({ house, terminal }: Session, json: boolean): Promise<void> {
  const stored = house().keys.list()
  if (stored.length === 0) terminal.say('No key is stored.')
  await terminal.print(
    json
      ? stored.map((key) => `${JSON.stringify(key)}\n`).join('')
      : alignColumns(stored.map(({ provider, lastFour }) => [printable(provider), `…${printable(lastFour)}`]))
  )
}
