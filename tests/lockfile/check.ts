import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { findGaps, findScripts, findUnproven, lockfileSchema, supportedSystems } from './lockfile.ts'

/** Binaries that are missing on purpose, each with its reason. */
const allowedGaps: ReadonlyMap<string, string> = new Map()

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
}

const lockfile = lockfileSchema.parse(readJson('package-lock.json'))
const project = z.object({ allowScripts: z.record(z.string(), z.boolean()) }).parse(readJson('package.json'))

const complaints = [
  ...findGaps(lockfile)
    .filter((gap) => !allowedGaps.has(gap.name))
    .map((gap) => `${gap.wantedBy || 'the project'} wants ${gap.name} ${gap.version}, which is not in the lockfile`),
  ...findUnproven(lockfile).map((path) => `${path} has no integrity`),
  ...findScripts(lockfile, project.allowScripts).map(
    (name) => `${name} runs a script at install; name it in allowScripts of package.json with false`
  )
]

if (complaints.length > 0) {
  console.error(`package-lock.json is not fit for every system:\n${complaints.map((text) => `  ${text}`).join('\n')}`)
  process.exitCode = 1
} else {
  const count = Object.keys(lockfile.packages).length - 1
  console.log(
    `package-lock.json: ${count} packages, complete for ${supportedSystems.join(', ')}, no install script needed`
  )
}
