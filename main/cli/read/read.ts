import { parsePageRange } from '../../documents/page-range.ts'
import type { Failure } from '../../failure.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { expandDocuments, loadInput } from '../input/documents.ts'
import { type Finding, gatherInputs } from '../input/inputs.ts'
import { destinationOf, requireSense } from '../output/destination.ts'
import { openSink } from '../output/open.ts'
import type { ProgramOptions, Session } from '../session.ts'
import { readAll, tellProblem } from './batch.ts'
import { requireLanguages } from './languages.ts'
import { layoutOf, type ReadCommandOptions } from './options.ts'
import { choosePack } from './pack.ts'
import { createReader } from './reader.ts'

/** Runs `glyphlens read`. Throws `Failure` when nothing could be tried, or when the texts could not be written. */
export async function readPictures(
  names: readonly string[],
  options: ReadCommandOptions & ProgramOptions,
  session: Session
): Promise<ExitCode> {
  const { terminal, standardInput, interruption } = session
  // A picture may be on its way already when the command ends early, because nobody reads its output any more.
  const end = new AbortController()
  const signal = AbortSignal.any([interruption.signal, end.signal])
  const layout = layoutOf(options)
  const range = options.pages === undefined ? undefined : parsePageRange(options.pages)
  const house = session.house()
  const pack = await choosePack(house.packs, options.pack, terminal)
  requireLanguages(options.lang ?? [], pack.manifest)

  const from = { engine: house.engine, getPicture: house.getPicture, range, signal }
  const named = await gatherInputs(names, { recursive: options.recursive ?? false, standardInput })
  const findings = await expandDocuments(named, from)
  signal.throwIfAborted()
  const output = await destinationOf(options.output)
  const boxes = await destinationOf(options.boxes)
  requireSense(findings, { boxes, output })

  const { timeout, scale = 0, threads = house.preferences.get().reading.threads } = options
  const read = createReader({
    engine: house.engine,
    layout,
    tableFormat: options.tableFormat ?? 'tsv',
    boxes,
    call: { pack, threads, scale, signal, ...(timeout !== undefined && { deadlineMilliseconds: timeout * 1000 }) }
  })
  const sink = await openSink(terminal, output, {
    json: options.json ?? false,
    several: findings.length > 1,
    ending: '.txt'
  })
  try {
    const verbose = options.verbose ?? session.debug
    const load = (finding: Finding): Promise<Uint8Array | Failure> =>
      loadInput(finding, from, (name, problem) => tellProblem(terminal, name, problem))
    const good = await readAll({ findings, load, read, sink, terminal, signal, verbose })
    await sink.finish()
    return good ? exitCodes.good : exitCodes.failed
  } finally {
    end.abort()
    await sink.discard()
  }
}
