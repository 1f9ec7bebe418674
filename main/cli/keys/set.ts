import { Failure } from '../../failure.ts'
import { parseKey } from '../../vision/key.ts'
import type { Preset } from '../../vision/preset.ts'
import { presetOf } from '../../vision/presets.ts'
import type { Session } from '../session.ts'
import { readSecret } from './read-secret.ts'

/** Stores a key that is read from standard input. Throws `usage`, `vision-key-format`, `settings-damaged`, `disk`. */
export async function setKey(session: Session, provider: string, unencrypted: boolean): Promise<void> {
  const { terminal, house } = session
  const preset = presetOf(provider)
  const { id, title } = preset
  if (!unencrypted) throw notAgreed(preset)
  const { key, notices } = parseKey(await readSecret(session, `Key of ${title}: `), preset)
  if (key === undefined) {
    throw new Failure('usage', 'No key came on standard input.', {
      advice: 'Type or paste it, or hand it in by a pipe.'
    })
  }
  await house().keys.store(id, key)
  for (const notice of notices) terminal.say(`${terminal.paint('yellow', 'glyphlens:')} ${notice.message}`)
  terminal.say(`The key of ${title} is stored. "glyphlens providers test ${id}" tries it.`)
}

function notAgreed({ key: { variable } }: Preset): Failure {
  const message =
    'The key would be kept in a file that is not encrypted: other people on this machine cannot read it, but every program that you start can.'
  const otherwise = variable === undefined ? '' : ` The other way is the environment variable ${variable}.`
  return new Failure('usage', message, { advice: `Add --unencrypted to agree.${otherwise}` })
}
