import type { Subject } from '../../../preload/contract/ask.ts'
import { pagesWithin, parsePageRange } from '../../documents/page-range.ts'
import { assertNever } from '../../failure.ts'
import type { BatchSource, SingleSource } from '../../jobs/batch/recipe.ts'
import type { Entries } from '../../library/entries.ts'
import type { Held, HeldPicture, Intake } from '../intake.ts'

/** What a person wants to ask about; of a document perhaps only some pages, such as `1-3,7,10-`. */
export type Thing = Held & { readonly range?: string | undefined }

/** Finds what a subject means. Throws `picture-missing`, `library-entry-missing`, and `usage` for pages that are not there. */
export function thingOf(
  subject: Subject,
  { intake, entries }: { readonly intake: Pick<Intake, 'held'>; readonly entries: Pick<Entries, 'get'> }
): Thing {
  if ('entry' in subject) return pictureOf(entries, subject.entry)
  const held = intake.held(subject.token)
  const range = subject.pages?.trim()
  if (held.kind !== 'document' || range === undefined || range === '') return held
  pagesWithin(parsePageRange(range), held.pages)
  return { ...held, range }
}

function pictureOf(entries: Pick<Entries, 'get'>, id: number): HeldPicture {
  const { picture, name, source, origin, page } = entries.get(id)
  return { kind: 'picture', picture: picture.id, name, source, origin, page }
}

/** One batch of all things, in their order. */
export function batchSourceOf(things: readonly Thing[]): BatchSource {
  const sources: SingleSource[] = []
  for (const thing of things) {
    const source = sourceOf(thing)
    const last = sources.at(-1)
    if (last?.kind === 'kept' && source.kind === 'kept') last.pictures.push(...source.pictures)
    else sources.push(source)
  }
  const [first, ...others] = sources
  return first !== undefined && others.length === 0 ? first : { kind: 'several', of: sources }
}

function sourceOf(thing: Thing): SingleSource {
  switch (thing.kind) {
    case 'picture': {
      const { picture, name, source, origin, page } = thing
      return { kind: 'kept', pictures: [{ picture, name, source, origin, page }] }
    }
    case 'document':
      return { kind: 'files', paths: [thing.path], pages: thing.range }
    case 'folder':
      return 'path' in thing.at
        ? { kind: 'folder', path: thing.at.path, recursive: true }
        : { kind: 'files', paths: [...thing.at.paths] }
    default:
      return assertNever(thing, 'a thing of no known kind')
  }
}

/** What a batch is called: after the first thing, and how many more there are. */
export function titleOf(things: readonly Pick<Thing, 'name'>[]): string {
  const [first, ...others] = things
  const name = first?.name ?? ''
  return others.length === 0 ? name : `${name} + ${others.length}`
}
