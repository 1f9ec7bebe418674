import { presetOf } from '../../vision/presets.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Session } from '../session.ts'

/** Forgets a stored key; fails when there is none. Throws `usage`, `settings-damaged` and `disk`. */
export async function removeKey({ house, terminal }: Session, provider: string): Promise<ExitCode> {
  const { id, title } = presetOf(provider)
  const present = await house().keys.remove(id)
  terminal.say(present ? `The key of ${title} is removed.` : `No key of ${title} is stored.`)
  return present ? exitCodes.good : exitCodes.failed
}
