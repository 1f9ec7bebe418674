import { existsSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { Failure } from '../../failure.ts'
import { findFiles } from '../../jobs/batch/find-files.ts'
import type { BatchSource } from '../../jobs/batch/recipe.ts'
import { type DocumentOptions, expandDocuments } from '../input/documents.ts'
import { type Finding, gatherInputs } from '../input/inputs.ts'

/** The pictures of a batch, and where they come from. */
export interface Sources {
  /** As the batch is remembered: a folder or a pattern is looked through again when it goes on. */
  readonly from: BatchSource | undefined
  /** What was found by now, with the names for people and for output files. */
  readonly findings: readonly Finding[]
}

export interface SourcesOptions extends DocumentOptions {
  readonly recursive: boolean
}

/** Finds the pictures of a batch, and the pages of its documents. Throws `usage` for addresses and standard input. */
export async function findSources(
  names: readonly string[],
  { recursive, ...documents }: SourcesOptions
): Promise<Sources> {
  const stray = names.find((name) => name === '-' || /^https?:\/\//i.test(name))
  if (stray !== undefined) {
    throw new Failure('usage', `A batch takes folders, patterns and files, not “${stray}”.`, {
      advice: 'Use "glyphlens read" or "glyphlens ask" for it.'
    })
  }
  const expanded: string[] = []
  for (const name of names) expanded.push(...(await expand(name)))
  const named = await gatherInputs(expanded, { recursive, documents: true, standardInput: () => process.stdin })
  const findings: Finding[] = []
  for (const finding of named) findings.push(...(await pagesOf(finding, documents)))
  return { findings, from: sourceOf(names, recursive, named) }
}

/** What cannot be opened stays as it was found: it is refused when its turn comes. */
async function pagesOf(finding: Finding, options: DocumentOptions): Promise<readonly Finding[]> {
  const pages = await expandDocuments([finding], options)
  return pages.some((page) => 'failure' in page) ? [finding] : pages
}

function sourceOf(names: readonly string[], recursive: boolean, findings: readonly Finding[]): BatchSource | undefined {
  const paths = findings.flatMap((finding) =>
    'source' in finding && finding.source.kind === 'file' ? [finding.source.path] : []
  )
  const [first, ...others] = names
  if (first === undefined || paths.length === 0) return undefined
  if (others.length > 0) return { kind: 'files', paths }
  if (isPattern(first)) return patternOf(first)
  // A file is found under the name that was given, a folder is not.
  return paths[0] === first ? { kind: 'files', paths } : { kind: 'folder', path: first, recursive }
}

async function expand(name: string): Promise<readonly string[]> {
  if (!isPattern(name)) return [name]
  const found = await findFiles(patternOf(name), () => undefined)
  if (found.length > 0) return isAbsolute(name) ? found : found.map((path) => relative('', path))
  throw new Failure('picture-missing', `No picture matches “${name}”.`, { advice: 'Check the pattern.' })
}

/** What makes a name a pattern. */
const signs = /[*?[\]{}]/

/** A file may have such a name; then it is no pattern. */
function isPattern(name: string): boolean {
  return signs.test(name) && !existsSync(name)
}

/** The folder in front of the first part with signs of a pattern, and the pattern inside it. */
function patternOf(name: string): Extract<BatchSource, { kind: 'glob' }> {
  const parts = name.split(sep === '/' ? sep : /[/\\]/)
  const first = parts.findIndex((part) => signs.test(part))
  const folder = resolve(parts.slice(0, first).join(sep) || (isAbsolute(name) ? sep : '.'))
  return { kind: 'glob', pattern: parts.slice(first).join('/'), folder }
}
