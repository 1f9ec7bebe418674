#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { listenForInterruption } from './cli/interruption.ts'
import { runProgram } from './cli/program.ts'
import { createTerminal } from './cli/terminal.ts'
import { compose, type House } from './compose.ts'

const terminal = createTerminal(process.stdout, process.stderr)
const debug = process.env['GLYPHLENS_DEBUG'] === '1'
let house: House | undefined

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal,
  debug,
  version: readVersion(),
  interruption: listenForInterruption(process),
  standardInput: () => process.stdin,
  house: () => (house ??= composeHouse())
})
await house?.close()

function composeHouse(): House {
  return compose({
    environment: process.env,
    platform: process.platform,
    fetch: globalThis.fetch,
    log: (line) => {
      if (debug) terminal.say(`engine: ${line.message}${line.detail === undefined ? '' : `\n${line.detail}`}`)
    }
  })
}

function readVersion(): string {
  const project: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return project.version
}
