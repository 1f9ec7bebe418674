import type { Parsed } from '../../../preload/contract/contract.ts'
import type { Preview } from '../../../preload/contract/jobs.ts'
import type { Archive } from '../../archive.ts'
import { everyPage, pagesWithin, parsePageRange } from '../../documents/page-range.ts'
import { wishesOf } from '../../executors/vision.ts'
import { asFailure, assertNever, Failure } from '../../failure.ts'
import { findItems, type Item } from '../../jobs/batch/find-files.ts'
import { deviceEngine } from '../../jobs/job.ts'
import { isDocumentName } from '../../pictures/find.ts'
import { appOrigin } from '../../policy/address.ts'
import { type Said, say, saying } from '../../saying.ts'
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
  const { count, loads } = await examplesOf(thing, ports.archive(), signal)
  const { forecast, pictures } = await firstGood(loads, async (bytes) => {
    const source = { kind: 'bytes', bytes, name: thing.name } as const
    return await ports.vision.preview(source, wishesOf(asks), { signal })
  })
  const { provider, host, model, localText, notices } = forecast
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

function estimated(count: number): Said {
  const message = `The figures are an estimate for ${count} pictures, made from one of them.`
  return say(message, 'sent.estimated', { count })
}

/** How many pictures there are, and some of them to look at. */
interface Examples {
  readonly count: number
  /** The first of them; tried one after the other until one is a good picture. */
  readonly loads: readonly (() => Promise<Uint8Array>)[]
}

async function examplesOf(thing: Thing, { library, intake }: Archive, signal: AbortSignal): Promise<Examples> {
  switch (thing.kind) {
    case 'picture':
      return { count: 1, loads: [() => library.pictures.bytes(thing.picture)] }
    case 'document': {
      const pages = pagesWithin(thing.range === undefined ? everyPage : parsePageRange(thing.range), thing.pages)
      const draw = (page: number) => () => drawPage(thing.path, page, intake, signal)
      return { count: pages.length, loads: pages.slice(0, 1).map(draw) }
    }
    case 'folder': {
      const items = await findItems(batchSourceOf([thing]), () => undefined)
      return { count: items.length, loads: items.slice(0, mostTries).map((item) => () => load(item, intake, signal)) }
    }
    default:
      return assertNever(thing, 'a thing of no known kind')
  }
}

/** The first files of a folder may be damaged; beyond a few it is not worth the wait. */
const mostTries = 5

async function load(item: Item, intake: Archive['intake'], signal: AbortSignal): Promise<Uint8Array> {
  if (item.kind === 'kept') throw new TypeError('a folder holds files')
  if (isDocumentName(item.path)) return await drawPage(item.path, 1, intake, signal)
  return (await intake.getPicture({ kind: 'file', path: item.path }, { signal })).bytes
}

async function drawPage(
  path: string,
  page: number,
  { getPicture, document }: Archive['intake'],
  signal: AbortSignal
): Promise<Uint8Array> {
  const { bytes } = await getPicture({ kind: 'file', path }, { signal })
  return await document.draw(bytes, page, { signal })
}

/** Goes on with the next picture where one is damaged; all else, a missing key say, would be so again. */
async function firstGood<T>(loads: Examples['loads'], look: (bytes: Uint8Array) => Promise<T>): Promise<T> {
  let last = new Failure('picture-missing', 'There is no picture in this folder.', {
    advice: 'Choose another one.',
    saying: saying('picture.folder')
  })
  for (const loadOne of loads) {
    try {
      return await look(await loadOne())
    } catch (thrown) {
      last = asFailure(thrown)
      if (!last.code.startsWith('picture-')) throw last
    }
  }
  throw last
}
