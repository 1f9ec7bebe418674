import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import { listKeys } from './list.ts'
import { removeKey } from './remove.ts'
import { setKey } from './set.ts'

const examples = `
Examples:
  glyphlens keys set modelscope --unencrypted      asks for the key, and does not show it
  glyphlens keys set openai --unencrypted < key.txt
  MODELSCOPE_API_KEY=ms-… glyphlens describe photo.jpg
                                                   keeps nothing

A key is never an option: every program on this machine could read it. The environment variable of a provider goes
before a stored key; "glyphlens providers list" names them.`

/** Adds `glyphlens keys` with its commands. */
export function addKeysCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const keys = program
    .command('keys')
    .summary('store and remove keys of providers')
    .description('Keys of providers, kept in a file that only you can read.')
    .helpCommand(false)
    .addHelpText('after', examples)
  keys
    .command('set')
    .description('store a key, which is read from standard input')
    .argument('<provider>')
    .option('--unencrypted', 'agree that the file is not encrypted')
    .action((provider: string, options: { unencrypted?: true }) =>
      setKey(session, provider, options.unencrypted ?? false)
    )
  keys
    .command('remove')
    .description('forget a stored key')
    .argument('<provider>')
    .action(async (provider: string) => conclude(await removeKey(session, provider)))
  keys
    .command('list')
    .description('show whose keys are stored, by their last four characters')
    .option('-j, --json', 'print one JSON object for each key, one a line')
    .action((options: { json?: true }) => listKeys(session, options.json ?? false))
}
