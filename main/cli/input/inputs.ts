import { stat } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import { asFailure, Failure } from '../../failure.ts'
import { findPictures } from '../../pictures/find.ts'
import type { PictureSource } from '../../pictures/source.ts'

/** One picture to be read. */
export interface Input {
  /** As it is shown and recorded: the argument, or the path below the folder that was named. */
  readonly name: string
  /**
   * Where its text goes below an output folder, without the new ending: `may/a.png` for `scans/may/a.png`. No two inputs
   * have the same.
   */
  readonly outputName: string
  readonly source: PictureSource
  /** Which page of the document in `source` it is, counted from 1; absent for a picture. */
  readonly page?: number
}

/** What an argument of the command line turned out to be: a picture, or the reason why there is none. */
export type Finding = Input | (Omit<Input, 'source'> & { readonly failure: Failure })

export interface GatherOptions {
  readonly recursive: boolean
  /** Whether PDFs in folders are taken, too. Default: no. */
  readonly documents?: boolean
  readonly standardInput: () => NodeJS.ReadStream
}

/** Turns arguments into pictures, in their order. Whether a file is a picture shows only when it is read. */
export async function gatherInputs(names: readonly string[], options: GatherOptions): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of names) findings.push(...(await gather(name, options)))
  return withOwnOutputNames(findings)
}

/** Two pictures of one name from different folders would overwrite each other; so would `A.png` and `a.png` on a Mac. */
function withOwnOutputNames(findings: readonly Finding[]): Finding[] {
  const taken = new Set<string>()
  return findings.map((finding) => {
    let { outputName } = finding
    for (let count = 2; taken.has(outputName.toLowerCase()); count += 1) outputName = `${finding.outputName} (${count})`
    taken.add(outputName.toLowerCase())
    return { ...finding, outputName }
  })
}

async function gather(name: string, options: GatherOptions): Promise<Finding[]> {
  if (name === '-') {
    const source = { kind: 'stream', stream: options.standardInput(), name: 'standard input' } as const
    return [{ name, outputName: 'standard-input', source }]
  }
  if (/^https?:\/\//i.test(name)) return [{ name, outputName: nameOfUrl(name), source: { kind: 'url', url: name } }]
  const present = await stat(name).catch(() => undefined)
  return present?.isDirectory() ? gatherFolder(name, options) : [pictureFile(name, basename(name))]
}

async function gatherFolder(folder: string, { recursive, documents }: GatherOptions): Promise<Finding[]> {
  const skipped: Finding[] = []
  const onSkipped = (name: string, failure: Failure): void => {
    skipped.push({ name, outputName: relative(folder, name), failure })
  }
  try {
    const paths = await findPictures(folder, { recursive, documents, onSkipped })
    if (paths.length === 0 && skipped.length === 0) throw noPictures(folder, recursive)
    return [...paths.map((path) => pictureFile(path, relative(folder, path))), ...skipped]
  } catch (thrown) {
    return [{ name: folder, outputName: basename(folder), failure: asFailure(thrown) }]
  }
}

function noPictures(folder: string, recursive: boolean): Failure {
  return new Failure('picture-missing', `There is no picture in the folder “${folder}”.`, {
    advice: recursive ? 'Check the name.' : 'Add --recursive to look into the folders inside it, too.'
  })
}

function pictureFile(path: string, outputName: string): Input {
  return { name: path, outputName, source: { kind: 'file', path } }
}

function nameOfUrl(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  return basename(path).replaceAll(/[^\w.-]/g, '_') || 'picture'
}
