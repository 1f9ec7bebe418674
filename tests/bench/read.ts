/** `npm run bench:read`: reads pictures of known text with Glyphlens and other readers, side by side. */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { barsOf } from './bars.ts'
import { coldPictures, coldStarts } from './cold.ts'
import { comparePicture } from './compare.ts'
import { isInstalled } from './engines/list.ts'
import { type RunningEngine, startEngine } from './engines/process.ts'
import { characterErrors, fastest, outOfPlace } from './figures.ts'
import { outputFolder } from './folders.ts'
import { parseReadOptions, type ReadOptions } from './options.ts'
import { haveRealPictures, scoreReal } from './real.ts'
import type { Results, Row } from './results.ts'
import { type GeneratedSet, picturesOf, type SetPicture } from './sets.ts'
import { percent, tablesOf } from './tables.ts'

const options = withoutMissing(parseReadOptions(process.argv.slice(2)))
const output = options.output ?? join(outputFolder, 'read.json')
const results: Results = {
  when: new Date().toISOString(),
  node: process.version,
  processor: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  timed: options.qualityOnly ? [] : options.timed,
  rows: [],
  cold: [],
  memory: {},
  real: {}
}

await run(options, results)
console.log(`\n${tablesOf(results)}\n\n## Bars\n`)
for (const { title, figure, met } of barsOf(results)) {
  console.log(`${met === undefined ? 'open' : met ? 'met ' : 'MISSED'}  ${title}: ${figure}`)
}

async function run(asked: ReadOptions, into: Results): Promise<void> {
  const pictures = await selected(asked)
  if (!asked.qualityOnly) {
    const cold = pictures.filter((picture) => picture.set === 'tuning' && coldPictures.includes(picture.name))
    into.cold.push(...(await coldStarts(asked.engines, cold, asked.cold)))
  }
  const engines: RunningEngine[] = []
  try {
    for (const name of asked.engines)
      engines.push(await startEngine(name, { BENCH_CACHE: join(outputFolder, 'graphs') }))
    await warmUp(engines, pictures)
    for (const picture of pictures) {
      const timed = into.timed.includes(picture.set)
      const patience = timed ? { tries: 3, quiet: 800 } : { tries: 1, quiet: 0 }
      const rows = await comparePicture(picture, engines, timed ? asked.repeat : 1, patience)
      into.rows.push(...rows)
      console.log(progressOf(picture, rows))
      if (asked.wrong) showWrong(rows)
      await save(into)
    }
    if (asked.sets.includes('samples')) await readReal(asked, engines, into)
    for (const engine of engines) into.memory[engine.name] = engine.memory()
  } finally {
    for (const engine of engines) await engine.close()
  }
  await save(into)
}

function withoutMissing(asked: ReadOptions): ReadOptions {
  const missing = asked.engines.filter((name) => !isInstalled(name))
  if (missing.length > 0) console.log(`Left out: ${missing.join(', ')}. Install them with: npm run bench:setup`)
  return { ...asked, engines: asked.engines.filter(isInstalled) }
}

async function selected(asked: ReadOptions): Promise<SetPicture[]> {
  const pictures: SetPicture[] = []
  for (const set of asked.sets) if (set !== 'samples') pictures.push(...(await picturesOf(set satisfies GeneratedSet)))
  return pictures.filter((picture) => asked.only.test(picture.name))
}

/** The first picture costs more than any later one: it is read once, unmeasured. */
async function warmUp(engines: readonly RunningEngine[], pictures: readonly SetPicture[]): Promise<void> {
  const first = pictures[0]
  if (first) for (const engine of engines) await engine.ask({ file: first.file })
}

async function readReal(asked: ReadOptions, engines: readonly RunningEngine[], into: Results): Promise<void> {
  if (!haveRealPictures()) {
    console.log('The real pictures are left out: ../shared/samples/ocr is not there.')
    return
  }
  for (const engine of engines) into.real[engine.name] = await scoreReal(engine, asked.only)
}

/** Of each reader: the time, characters wrong by place, and in its own order. */
function progressOf(picture: SetPicture, rows: readonly Row[]): string {
  const figures = rows.map((row) => {
    const errors = `${percent(characterErrors([row]))} / ${percent(outOfPlace([row]))} %`
    return `${row.engine} ${fastest(row).toFixed(0)} ms ${errors}`
  })
  const failed = rows.filter((row) => row.error).map((row) => `${row.engine}: ${row.error}`)
  return [`${picture.set}/${picture.name}`.padEnd(34), ...figures, ...failed].join('  ')
}

function showWrong(rows: readonly Row[]): void {
  const own = rows.find((row) => row.engine === 'ours')
  for (const { wanted, found } of own?.wrong ?? []) console.log(`    - ${wanted}\n    + ${found}`)
}

async function save(into: Results): Promise<void> {
  await mkdir(dirname(output), { recursive: true })
  await writeFile(output, JSON.stringify(into))
}
