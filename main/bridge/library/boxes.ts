import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Engine, Mark } from '../../engine/client.ts'
import { Failure } from '../../failure.ts'
import type { Entry } from '../../library/entries.ts'
import type { Library } from '../../library/library.ts'
import { type LazyFile, zipFiles } from '../../library/transfer/zip.ts'
import { saying } from '../../saying.ts'
import { type BoxFormat, exportBoxes } from '../../tasks/export/export.ts'
import { distinctNames, type LabelledPicture } from '../../tasks/export/picture.ts'
import type { Detection } from '../../tasks/result.ts'
import { pictureFileName } from './file-names.ts'

export interface BoxPorts {
  readonly library: Pick<Library, 'entries' | 'pictures'>
  readonly engine: Pick<Engine, 'annotate'>
}

/** Bytes of a file, and how many pictures it goes without because their files are gone. */
export interface Pieces {
  readonly pieces: AsyncIterable<Uint8Array>
  readonly missing: number
}

/** A ZIP with the boxes of entries for trainers and labelling tools, and their pictures. Throws `usage` without boxes. */
export async function datasetOf(format: BoxFormat, ids: readonly number[], { library }: BoxPorts): Promise<Pieces> {
  const { present, missing } = await gather(ids, library, labelled)
  if (present.length === 0) throw nothingLocated('boxes')
  const { files, pictures } = exportBoxes(
    format,
    present.map(({ use }) => use),
    categoriesOf(present.map(({ entry }) => entry))
  )
  const labels = files.map(
    ({ path, text }): LazyFile => ({ name: path, compress: true, content: async () => Buffer.from(text) })
  )
  const images = present.map(
    ({ entry }, index): LazyFile => ({
      name: pictures[index] ?? pictureFileName(entry),
      compress: false,
      content: () => library.pictures.bytes(entry.picture.id)
    })
  )
  return { pieces: zipFiles([...images, ...labels]), missing }
}

/** Pictures with boxes or lines drawn: a PNG of one entry, else a ZIP of them. Throws `usage` when nothing was located. */
export async function annotatedOf(ids: readonly number[], { library, engine }: BoxPorts): Promise<Pieces> {
  const { present, missing } = await gather(ids, library, marksOf)
  const draw = async ({ entry, use }: Present<readonly Mark[]>): Promise<Uint8Array> =>
    await engine.annotate(await library.pictures.bytes(entry.picture.id), use)
  const [first] = present
  if (first === undefined) throw nothingLocated('places')
  if (ids.length === 1) return { pieces: one(() => draw(first)), missing }
  const names = distinctNames(present.map(({ entry }) => ({ name: pictureFileName(entry) })))
  const files = present.map(
    (each, index): LazyFile => ({
      name: `${names[index]?.file}.boxes.png`,
      compress: false,
      content: () => draw(each)
    })
  )
  return { pieces: zipFiles(files), missing }
}

async function* one(make: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await make()
}

interface Present<T> {
  readonly entry: Entry
  readonly use: T
}

/** Entries of which something can be made, and whose pictures are there. */
async function gather<T>(
  ids: readonly number[],
  { entries, pictures }: BoxPorts['library'],
  useOf: (entry: Entry) => T | undefined
): Promise<{ readonly present: readonly Present<T>[]; readonly missing: number }> {
  const present: Present<T>[] = []
  let missing = 0
  for (const id of ids) {
    await nextTurn()
    const entry = entries.get(id)
    const use = useOf(entry)
    if (use === undefined) continue
    if (await pictures.has(entry.picture.id)) present.push({ entry, use })
    else missing += 1
  }
  return { present, missing }
}

function labelled(entry: Entry): LabelledPicture | undefined {
  const { width, height } = entry.picture
  const answer = entry.result?.answer
  if (answer?.kind !== 'boxes' || width === undefined || height === undefined) return undefined
  return { name: pictureFileName(entry), width, height, detections: answer.detections }
}

function marksOf({ result }: Entry): readonly Mark[] | undefined {
  const { answer, reading } = result ?? {}
  const marks = [
    ...(answer?.kind === 'boxes' ? answer.detections.map(markOf) : []),
    ...(reading?.lines.map(({ quad }) => ({ quad })) ?? []),
    ...(reading?.codes?.map(({ quad, format }) => ({ quad, label: format })) ?? [])
  ]
  return marks.length === 0 ? undefined : marks
}

function markOf({ label, box: { x0, y0, x1, y1 } }: Detection): Mark {
  return {
    label,
    quad: [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1]
    ]
  }
}

const looked = z.object({ categories: z.array(z.string()).catch([]).default([]) })

/** What was looked for, in the order in which it was first named: classes keep their numbers where nothing was found. */
function categoriesOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(({ parameters }) => looked.safeParse(parameters).data?.categories ?? []))]
}

function nothingLocated(what: string): Failure {
  return new Failure('usage', `There are no ${what} in what was chosen.`, {
    advice: 'Choose entries in which something was located.',
    saying: saying('library.nothing-located')
  })
}
