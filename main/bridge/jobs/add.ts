import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Parsed } from '../../../preload/contract/contract.ts'
import type { AddedJobs } from '../../../preload/contract/jobs.ts'
import type { Archive } from '../../archive.ts'
import { Failure } from '../../failure.ts'
import type { Batches } from '../../jobs/batch/batches.ts'
import type { BatchAsks } from '../../jobs/batch/recipe.ts'
import type { Preferences } from '../../settings/preferences.ts'
import type { Vision } from '../../vision/vision.ts'
import type { HeldPicture, Intake } from '../intake.ts'
import { requireAddress } from './address.ts'
import { asksOf } from './asks.ts'
import { batchSourceOf, type Thing, thingOf, titleOf } from './subjects.ts'

export interface AddPorts {
  readonly archive: () => Archive
  readonly batches: () => Pick<Batches, 'start'>
  readonly intake: Pick<Intake, 'held'>
  readonly vision: Pick<Vision, 'check'>
  readonly preferences: Pick<Preferences, 'get'>
}

/** Questions about pictures that are looked up before anything else has its turn. */
const portion = 50

/** Asks about one picture at once, and about many as a batch. Throws `Failure` when nothing of it was begun. */
export async function addJobs(
  { subjects, ask, again = false, title }: Parsed<'jobs', 'add'>,
  ports: AddPorts
): Promise<AddedJobs> {
  const asks = asksOf(ask, ports.preferences.get().vision)
  requireAddress(ports.vision, asks)
  const { entries } = ports.archive().library
  const things = subjects.map((subject) => thingOf(subject, { intake: ports.intake, entries }))
  const [first] = things
  if (things.length === 1 && first?.kind === 'picture') return await addOne(first, asks, { again }, ports)

  const { fresh, known } = again ? { fresh: things, known: [] } : await parted(things, asks, ports)
  if (fresh.length === 0) return { entries: [], known }
  const batch = ports.batches().start({
    from: batchSourceOf(fresh),
    asks,
    title: title?.trim() || titleOf(fresh),
    again
  })
  return { entries: [], batch: batch.id, known }
}

/** A person waits for it: it goes before all others, also where it was asked before and waits for its turn. */
async function addOne(
  { picture, name, source, origin, page }: HeldPicture,
  asks: BatchAsks,
  { again }: { readonly again: boolean },
  { archive }: AddPorts
): Promise<AddedJobs> {
  const { queue, library } = archive()
  if (!(await library.pictures.has(picture))) throw pictureGone()
  const job = { ...asks, picture, name, source, origin, page, priority: 'person' } as const
  const { kind, id } = queue.add(job, { force: again })
  if (kind === 'added') return { entries: [id], known: [] }
  queue.reorder(id, { priority: 'person' })
  return { entries: [], known: [id] }
}

/** Pictures that have, or will have, an answer to the same question are left out; of the others nobody knows yet. */
async function parted(things: readonly Thing[], asks: BatchAsks, { archive }: AddPorts) {
  const { queue } = archive()
  const fresh: Thing[] = []
  const known: number[] = []
  for (const [index, thing] of things.entries()) {
    if (index % portion === portion - 1) await nextTurn()
    const found = thing.kind === 'picture' ? queue.known({ ...asks, ...thing }) : undefined
    if (found === undefined) fresh.push(thing)
    else known.push(found.id)
  }
  return { fresh, known }
}

function pictureGone(): Failure {
  return new Failure('library-picture-missing', 'The file of this picture is not in the library any more.', {
    advice: 'Add the picture once more.'
  })
}
