import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from 'commander'
import { timesFile } from '../../captured/times.ts'
import type { House } from '../../compose.ts'
import { installation } from '../../installation.ts'
import { storedFor } from '../../settings/vault/stored-for.ts'
import { presets } from '../../vision/presets.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import { captureChecks } from './captures.ts'
import { type Check, runCheck } from './check.ts'
import { engineCheck } from './engine.ts'
import { folderCheck } from './folders.ts'
import { keysCheck } from './keys.ts'
import { packCheck } from './pack.ts'
import { tellResult, toJson } from './report.ts'
import { nodeCheck, systemCheck } from './runtime.ts'
import { selfTestChecks } from './self-test.ts'

/** Adds `glyphlens doctor`. */
export function addDoctorCommand(program: Command, session: Session, conclude: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .summary('see whether everything works here')
    .description(
      'Looks at the runtime, the folders, the keys, the model pack and the engine, reads a picture, and says how to mend it.'
    )
    .option('-j, --json', 'print one JSON object')
    .action(async (options: { json?: true }) => conclude(await runDoctor(session, options.json ?? false)))
}

/** Runs every check, one after the other: a later one may fail because of an earlier one, and then says so as well. */
async function runDoctor(session: Session, json: boolean): Promise<ExitCode> {
  const { terminal, version, interruption } = session
  const results = []
  for (const check of checksOf(session.house(), interruption.signal)) {
    terminal.showProgress(`${check.name} …`)
    const result = await runCheck(check)
    interruption.signal.throwIfAborted()
    terminal.clearProgress()
    results.push(result)
    if (!json) await terminal.print(tellResult(result))
  }
  const good = results.every(({ state }) => state !== 'wrong')
  if (json) await terminal.print(toJson(version, results))
  else
    await terminal.print(good ? `Glyphlens ${version} works here.\n` : `Glyphlens ${version} does not work here yet.\n`)
  return good ? exitCodes.good : exitCodes.failed
}

function checksOf({ engine, packs, folders, preferences, keys }: House, signal: AbortSignal): Check[] {
  return [
    nodeCheck(process.versions.node),
    systemCheck(process.platform, process.arch),
    folderCheck('Data folder', folders.data),
    folderCheck('Cache folder', folders.cache),
    folderCheck('Temporary folder', tmpdir()),
    {
      name: 'Settings',
      look: () => {
        const { notice } = preferences
        return notice === undefined ? { detail: 'readable' } : { state: 'warning', detail: notice.message }
      }
    },
    keysCheck({ keys, presets, elsewhere: storedFor(folders.data) }),
    packCheck(packs),
    engineCheck(engine, packs, signal),
    ...selfTestChecks({
      engine,
      pack: () => packs.active(),
      signal,
      picture: pathToFileURL(join(installation().assets, 'samples/receipt.png')),
      truth: pathToFileURL(join(installation().assets, 'samples/receipt.txt'))
    }),
    ...captureChecks(timesFile(folders.data).read())
  ]
}
