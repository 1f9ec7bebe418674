import { readFileSync } from 'node:fs'
import { compose, type House } from '../compose.ts'
import { installation } from '../installation.ts'
import { takeEnvironment } from '../settings/environment.ts'
import { languageOfSystem } from '../settings/language.ts'
import { besideVault } from '../settings/vault/stored-for.ts'
import type { ExitCode } from './exit-codes.ts'
import { listenForInterruption } from './interruption.ts'
import { runProgram } from './program.ts'
import { createTerminal } from './terminal.ts'

/** Runs the command line of a process, leaves nothing running, and gives the exit code. */
export async function runCommandLine(host: NodeJS.Process): Promise<ExitCode> {
  const terminal = createTerminal(host.stdout, host.stderr)
  const environment = takeEnvironment(host.env)
  const debug = environment['GLYPHLENS_DEBUG'] === '1'
  let house: House | undefined

  function composeOnce(): House {
    if (house !== undefined) return house
    house = compose({
      environment,
      language: languageOfSystem(environment),
      platform: host.platform,
      fetch: globalThis.fetch,
      keys: (file, folder) => besideVault(file, folder),
      log: (line) => {
        if (debug) terminal.say(`log: ${line.message}${line.detail === undefined ? '' : `\n${line.detail}`}`)
      }
    })
    if (house.preferences.notice !== undefined) terminal.say(house.preferences.notice.message)
    return house
  }

  const exitCode = await runProgram(host.argv.slice(2), {
    terminal,
    debug,
    version: readVersion(),
    interruption: listenForInterruption(host),
    standardInput: () => host.stdin,
    house: composeOnce
  })
  await house?.close()
  return exitCode
}

function readVersion(): string {
  const project: { version: string } = JSON.parse(readFileSync(installation().description, 'utf8'))
  return project.version
}
