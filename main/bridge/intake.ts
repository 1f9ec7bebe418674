import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Sample, Taken } from '../../preload/contract/app.ts'
import type { Archive } from '../archive.ts'
import type { Engine } from '../engine/client.ts'
import { isPdf } from '../engine/protocol/document.ts'
import { asFailure, Failure } from '../failure.ts'
import type { JobSource } from '../jobs/job.ts'
import type { Drop } from '../policy/drop.ts'
import { saying } from '../saying.ts'
import type { PixelBox } from '../tasks/result.ts'
import { cutOut, nothingFramed, pixelsOf } from './intake/cut.ts'
import { lookAt } from './intake/look.ts'
import { createTokens } from './intake/tokens.ts'
import { problemOf } from './problem.ts'

/** What lies behind a token. */
export type Held = HeldPicture | HeldDocument | HeldFiles

/** A picture that the library keeps already. */
export interface HeldPicture {
  readonly kind: 'picture'
  /** SHA-256 of its bytes in hex. */
  readonly picture: string
  readonly name: string
  readonly source: JobSource
  /** Path or address that it came from. */
  readonly origin?: string | undefined
  readonly page?: number | undefined
}

export interface HeldDocument {
  readonly kind: 'document'
  readonly name: string
  readonly path: string
  readonly pages: number
}

/** A folder, or so many files that they are taken in one after the other, as a folder is. */
export interface HeldFiles {
  readonly kind: 'folder'
  readonly name: string
  readonly at: { readonly path: string } | { readonly paths: readonly string[] }
}

/** Takes in what a person shows the app. What is refused is told as such; the others are taken. Throws `disk` and `cancelled`. */
export interface Intake {
  /** Files and folders by the paths that the bridge was told; what they are, is found out here. */
  readonly paths: (paths: readonly string[]) => Promise<readonly Taken[]>
  /** A picture that lies in no file: from the clipboard, or of the screen. */
  readonly bytes: (picture: Uint8Array, name: string, source: 'paste' | 'capture') => Promise<Taken>
  /** An address that a person typed or pasted; it may lie in a private network. */
  readonly address: (url: string) => Promise<Taken>
  readonly sample: (name: Sample) => Promise<Taken>
  /** A part of the picture of an entry, every pixel of it as it is. Throws also `library-entry-missing`, `usage`. */
  readonly part: (entry: number, box: PixelBox) => Promise<Taken>
  /** What lies behind a token. Throws `picture-missing` for one that is not known any more. */
  readonly held: (token: string) => Held
}

export interface IntakePorts {
  readonly archive: () => Archive
  readonly engine: Pick<Engine, 'encode'>
  /** Folder with the samples of the app. */
  readonly samples: string
  readonly platform: NodeJS.Platform
}

/** More files than this at once are taken in while their jobs run already, as those of a folder are. */
const mostAtOnce = 60

/** Tokens that are remembered: what lies in the composer, and much more. */
const mostTokens = 2000

/** Nothing taken in yet. */
export function createIntake({ archive, engine, samples, platform }: IntakePorts): Intake {
  const tokens = createTokens<Held>(mostTokens)

  const take = async (bytes: Uint8Array, held: Omit<HeldPicture, 'kind' | 'picture'>): Promise<Taken> => {
    const { keep, library } = archive()
    const picture = await keep({ bytes })
    const { width, height, ...facts } = library.pictures.facts(picture)
    // `keep` has looked into it.
    if (width === undefined || height === undefined) throw new TypeError('a kept picture without a size')
    const token = tokens.add({ ...held, kind: 'picture', picture })
    return { kind: 'picture', token, name: held.name, picture: { ...facts, width, height } }
  }

  const document = async (path: string): Promise<Taken> => {
    const { getPicture, document: documents } = archive().intake
    const { bytes, name } = await getPicture({ kind: 'file', path }, {})
    const pages = await documents.pages(bytes, {})
    return { kind: 'document', token: tokens.add({ kind: 'document', name, path, pages }), name, pages }
  }

  const folder = (name: string, at: HeldFiles['at']): Taken => ({
    kind: 'folder',
    token: tokens.add({ kind: 'folder', name, at }),
    name
  })

  const found = async ({ kind, path }: Found): Promise<Taken> => {
    if (kind === 'folder') return folder(basename(path) || path, { path })
    if (kind === 'document') return await document(path)
    const { bytes, name } = await archive().intake.getPicture({ kind: 'file', path }, {})
    return await take(bytes, { name, source: 'file', origin: path })
  }

  /** Files are only looked at: they are read, and refused where they are damaged, when their turn comes. */
  const many = async (paths: readonly string[]): Promise<readonly Taken[]> => {
    const taken: Taken[] = []
    const files: string[] = []
    for (const told of paths) {
      const drop = await lookAt(told, platform)
      if (drop.decision === 'allow' && drop.kind !== 'folder') files.push(drop.path)
      else taken.push(await orRefused(basename(told), () => found(allowed(drop))))
    }
    return files.length === 0 ? taken : [folder(nameOfMany(files), { paths: files }), ...taken]
  }

  const address = async (url: string): Promise<Taken> => {
    const { bytes, name } = await archive().intake.getPicture({ kind: 'url', url }, {})
    if (isPdf(bytes)) {
      throw new Failure('picture-format', 'The address leads to a PDF.', {
        advice: 'Download it, and open the file.',
        saying: saying('picture.pdf-at-address')
      })
    }
    return await take(bytes, { name, source: 'url', ...(/^https?:/i.test(url) && { origin: url }) })
  }

  const part = async (entry: number, box: PixelBox): Promise<Taken> => {
    const { library } = archive()
    const { picture, name, source, origin, page } = library.entries.get(entry)
    const { width, height } = library.pictures.facts(picture.id)
    const crop = width === undefined || height === undefined ? undefined : pixelsOf(box, { width, height })
    if (crop === undefined) throw nothingFramed()
    const { x0, y0, x1, y1 } = crop
    const png = await cutOut(engine, await library.pictures.bytes(picture.id), crop)
    return await take(png, { name: `${name} [${x0},${y0} ${x1 - x0}×${y1 - y0}]`, source, origin, page })
  }

  return {
    paths: async (paths) => {
      if (paths.length > mostAtOnce) return await many(paths)
      const taken: Taken[] = []
      for (const told of paths) {
        taken.push(await orRefused(basename(told), async () => found(allowed(await lookAt(told, platform)))))
      }
      return taken
    },
    bytes: (picture, name, source) => orRefused(name, () => take(picture, { name, source })),
    address: (url) => orRefused(hostOf(url), () => address(url)),
    sample: async (name) =>
      await take(await readFile(join(samples, `${name}.png`)), { name: `${name}.png`, source: 'file' }),
    part,
    held: tokens.get
  }
}

type Found = Extract<Drop, { decision: 'allow' }>

function allowed(drop: Drop): Found {
  if (drop.decision === 'allow') return drop
  throw drop.failure
}

/** What of the failures is about the thing itself; a full disk, say, is about none. */
async function orRefused(name: string, take: () => Promise<Taken>): Promise<Taken> {
  try {
    return await take()
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.code === 'disk' || failure.code === 'cancelled') throw failure
    return { kind: 'refused', name, problem: problemOf(failure) }
  }
}

function nameOfMany(paths: readonly string[]): string {
  return `${basename(dirname(paths[0] ?? ''))} (${paths.length})`
}

/** For people, and without what may be secret in an address. */
function hostOf(url: string): string {
  return URL.parse(url)?.host || 'address'
}
