import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import { fetchPack } from './fetch.ts'
import { listPacks } from './list.ts'
import { verifyPacks } from './verify.ts'

const examples = `
Examples:
  glyphlens packs list
  glyphlens packs fetch ppocr-v6-small && glyphlens packs use ppocr-v6-small
  glyphlens packs import ppocr-v6-small ~/Downloads/v6    files that were downloaded by hand

Only "fetch" uses the network. What it fetched is verified by hash; when it is cut, it goes on from there.`

/** Adds `glyphlens packs` with its commands. */
export function addPacksCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  const { terminal } = session
  const packs = program
    .command('packs')
    .summary('list, fetch and choose model packs')
    .description('Model packs: what reads the text.')
    .helpCommand(false)
    .addHelpText('after', examples)
  packs
    .command('list')
    .description('show every pack, and which one reads')
    .option('-j, --json', 'print one JSON object for each pack, one a line')
    .action((options: { json?: true }) => listPacks(session, options.json ?? false))
  packs
    .command('fetch')
    .description('download a pack')
    .argument('<id>')
    .action((id: string) => fetchPack(session, id))
  packs
    .command('use')
    .description('read with this pack from now on')
    .argument('<id>')
    .action(async (id: string) => {
      await session.house().packs.use(id)
      terminal.say(`${id} reads from now on.`)
    })
  packs
    .command('verify')
    .description('compare the files of packs with their hashes; all that are here when none is named')
    .argument('[id...]')
    .action(async (ids: string[]) => conclude(await verifyPacks(session, ids)))
  packs
    .command('remove')
    .description('delete a fetched pack')
    .argument('<id>')
    .action(async (id: string) => {
      await session.house().packs.remove(id)
      terminal.say(`${id} is removed.`)
    })
  packs
    .command('import')
    .description('install a pack from a folder of files that were downloaded by hand')
    .argument('<id>')
    .argument('<folder>')
    .action(async (id: string, folder: string) => {
      await session.house().packs.importFrom(id, folder)
      terminal.say(`${id} is here. "glyphlens packs use ${id}" reads with it.`)
    })
}
