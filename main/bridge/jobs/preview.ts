import type { Parsed } from '../../../preload/contract/contract.ts'
import type { Preview } from '../../../preload/contract/jobs.ts'
import type { Archive } from '../../archive.ts'
import { pagesWithin, parsePageRange } from '../../documents/page-range.ts'
import { wishesOf } from '../../executors/vision.ts'
import { assertNever, Failure } from '../../failure.ts'
import { findItems, type Item } from '../../jobs/batch/find-files.ts'
import { deviceEngine } from '../../jobs/job.ts'
import { isDocumentName } from '../../pictures/find.ts'
import { appOrigin } from '../../policy/address.ts'
import type { Preferences } from '../../settings/preferences.ts'
import { isLoopback } from '../../vision/base-url.ts'
import type { Vision } from '../../vision/vision.ts'
import type { Intake } from '../intake.ts'
import { asksOf } from './asks.ts'
import type { SentPictures } from './sent.ts'
import { batchSourceOf, type Thing, thingOf } from './subjects.ts'

export interface PreviewPorts {
  readonly archive: () => Archive
  readonly intake: Pick<Intake, 'held'>
  readonly vision: Pick<Vision, 'preview'>
  readonly preferences: Pick<Preferences, 'get'>
  readonly sent: SentPictures
}

/** Nothing leaves this machine, and nothing is counted. */
const local: Preview = {
  provider: deviceEngine,
  host: '',
  isLoopback: true,
  model: '',
  calls: 0,
  bytes: 0,
  tokens: 0,
  shots: [],
  localText: false,
  notices: [],
  remaining: undefined,
  renewed: undefined
}

/** What would go where. Throws what stands in the way of a call, such as `vision-key-missing`. */
export async function previewJobs(
  { subject, ask }: Parsed<'jobs', 'preview'>,
  ports: PreviewPorts,
  signal: AbortSignal
): Promise<Preview> {
  const asks = asksOf(ask, ports.preferences.get().vision)
  const { queue, library } = ports.archive()
  const thing = thingOf(subject, { intake: ports.intake, entries: library.entries })
  if (asks.engine === deviceEngine) return local
  const example = await exampleOf(thing, ports.archive(), signal)
  const source = { kind: 'bytes', bytes: example.bytes, name: thing.name } as const
  const { forecast, pictures } = await ports.vision.preview(source, wishesOf(asks), { signal })
  const { provider, host, model, localText, notices } = forecast
  const { count } = example
  const calls = forecast.calls * count
  const { remaining, renewed } = queue.forecast({ engine: provider, model }, { calls })
  return {
    provider,
    host,
    isLoopback: isLoopback(new URL(`http://${host}`).hostname),
    model,
    calls,
    bytes: forecast.bytes * count,
    tokens: forecast.tokens * count,
    shots: pictures.map(({ data, width, height, format }) => {
      const id = ports.sent.add({ type: `image/${format}`, bytes: data })
      return { width, height, format, bytes: data.byteLength, address: `${appOrigin}/sent/${id}` }
    }),
    localText,
    notices: count > 1 ? [...notices, estimated(count)] : notices,
    remaining,
    renewed
  }
}

function estimated(count: number): string {
  return `The figures are an estimate for ${count} pictures, made from one of them.`
}

/** One picture, and how many there are of its kind. */
interface Example {
  readonly bytes: Uint8Array
  readonly count: number
}

async function exampleOf(thing: Thing, { library, intake }: Archive, signal: AbortSignal): Promise<Example> {
  switch (thing.kind) {
    case 'picture':
      return { bytes: await library.pictures.bytes(thing.picture), count: 1 }
    case 'document': {
      const pages = thing.range === undefined ? undefined : pagesWithin(parsePageRange(thing.range), thing.pages)
      const { bytes } = await intake.getPicture({ kind: 'file', path: thing.path }, { signal })
      const page = await intake.document.draw(bytes, pages?.[0] ?? 1, { signal })
      return { bytes: page, count: pages?.length ?? thing.pages }
    }
    case 'folder':
      return await exampleOfFolder(thing, intake, signal)
    default:
      return assertNever(thing, 'a thing of no known kind')
  }
}

/** The first files of a folder may be damaged; beyond a few it is not worth the wait. */
const mostTries = 5

async function exampleOfFolder(
  thing: Extract<Thing, { kind: 'folder' }>,
  intake: Archive['intake'],
  signal: AbortSignal
): Promise<Example> {
  const items = await findItems(batchSourceOf([thing]), () => undefined)
  let last: unknown
  for (const item of items.slice(0, mostTries)) {
    try {
      return { bytes: await load(item, intake, signal), count: items.length }
    } catch (thrown) {
      signal.throwIfAborted()
      last = thrown
    }
  }
  throw last ?? new Failure('picture-missing', 'There is no picture in this folder.', { advice: 'Choose another one.' })
}

async function load(item: Item, { getPicture, document }: Archive['intake'], signal: AbortSignal): Promise<Uint8Array> {
  if (item.kind === 'kept') throw new TypeError('a folder holds files')
  const { bytes } = await getPicture({ kind: 'file', path: item.path }, { signal })
  return isDocumentName(item.path) ? await document.draw(bytes, 1, { signal }) : bytes
}
