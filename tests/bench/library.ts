/** `npm run bench:library`: fills a library with generated text and times searching it, beside a plain LIKE scan. */
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { type Library, openLibrary } from '../../main/library/library.ts'
import { openStore, type Store } from '../../main/store/store.ts'
import { outputFolder } from './folders.ts'
import { fill } from './library/fill.ts'
import { type Hold, holdsOf } from './library/holds.ts'
import { kindsOf, type QueryKind } from './library/queries.ts'
import { scan } from './library/scan.ts'
import { createRandom, createWriter } from './library/texts.ts'
import { type Timing, timed } from './library/timing.ts'

/** Rounds of searches, and of scans, which take seconds. */
const rounds = { search: 5, scan: 2 }

/**
 * Milliseconds that the slowest twentieth of searches, and the first page of the library, may take, and for which work on the
 * library may hold up the thread that shows the window.
 */
const limits = { search: 20, page: 10, hold: 20 }

const { entries, keep } = new Command('bench:library')
  .description('Fills a library with generated Chinese and English text and times searches beside a plain LIKE scan.')
  .option('--entries <count>', 'how many entries', toCount, 100_000)
  .option('--keep', 'leave the library where it was made', false)
  .parse()
  .opts<{ entries: number; keep: boolean }>()

interface Row {
  readonly title: string
  readonly ours: Timing
  readonly scan: Timing | undefined
}

const folder = await mkdtemp(join(tmpdir(), 'glyphlens-bench-'))
const store = openStore(folder)
const library = open(store)
try {
  const writer = createWriter(createRandom(1))
  const texts = Array.from({ length: 400 }, writer.write)
  const filled = await fillAndTell(store)
  const rows = await measureAll(library, store, kindsOf(writer.words, texts))
  await tell(filled, rows)
  tellHolds(await holdsOf(open, { store, library }, createWriter(createRandom(3)).write))
} finally {
  await library.close()
  store.close()
  if (keep) console.log(folder)
  else await rm(folder, { recursive: true })
}

interface Filled {
  readonly seconds: number
  readonly megabytes: number
}

async function fillAndTell(target: Store): Promise<Filled> {
  const writer = createWriter(createRandom(2))
  const start = performance.now()
  await fill(target, entries, writer.write)
  const seconds = (performance.now() - start) / 1000
  target.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  return { seconds, megabytes: (await stat(target.places.database)).size / 1e6 }
}

async function measureAll(on: Library, target: Store, kinds: readonly QueryKind[]): Promise<Row[]> {
  const pages = Array.from({ length: 40 }, () => () => on.search({}))
  const rows: Row[] = [{ title: 'first page of the library', ours: await timed(pages, rounds.search), scan: undefined }]
  // The first search starts the thread.
  await on.search({ words: 'warm' })
  for (const { title, searches } of kinds) {
    const ask = searches.map((search) => () => on.search(search))
    const scans = searches.map((search) => () => scan(target, search))
    rows.push({ title, ours: await timed(ask, rounds.search), scan: await timed(scans, rounds.scan) })
  }
  return rows
}

async function tell({ seconds, megabytes }: Filled, rows: readonly Row[]): Promise<void> {
  await mkdir(outputFolder, { recursive: true })
  await writeFile(join(outputFolder, 'library.json'), JSON.stringify({ entries, seconds, megabytes, rows }))
  console.log(
    `${entries} entries in ${seconds.toFixed(1)} s: ${(entries / seconds).toFixed(0)} a second; ${megabytes.toFixed(0)} MB\n`
  )
  console.log(
    '| milliseconds | p50 | p95 | LIKE scan, p50 | p95 | scan / ours, p95 |\n| --- | --- | --- | --- | --- | --- |'
  )
  for (const { title, ours, scan: plain } of rows) {
    const ratio = plain && plain.p95 / ours.p95
    const cells = [title, ours.p50, ours.p95, plain?.p50, plain?.p95, ratio].map((cell) =>
      typeof cell === 'number' ? cell.toFixed(2) : (cell ?? '-')
    )
    console.log(`| ${cells.join(' | ')} |`)
  }
  const missed = rows.filter(
    ({ title, ours }) => ours.p95 > (title.startsWith('first page') ? limits.page : limits.search)
  )
  for (const { title } of missed) console.log(`MISSED: ${title}`)
  if (missed.length > 0) process.exitCode = 1
}

function tellHolds(holds: readonly Hold[]): void {
  console.log('\n| milliseconds | in all | longest moment |\n| --- | --- | --- |')
  for (const { title, total, longest } of holds) {
    console.log(`| ${title} | ${total.toFixed(0)} | ${longest.toFixed(1)} |`)
  }
  for (const { title } of holds.filter(({ longest }) => longest > limits.hold)) {
    console.log(`MISSED: ${title}`)
    process.exitCode = 1
  }
}

function open(on: Store): Library {
  return openLibrary({ store: on, makeThumbnail: noPixels, makePage: noPixels })
}

/** Nothing here looks at pictures. */
function noPixels(): Promise<never> {
  return Promise.reject(new Error('no pictures here'))
}

function toCount(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1000 || value > 10_000_000) {
    throw new InvalidArgumentError('A number from 1000 to 10000000.')
  }
  return value
}
