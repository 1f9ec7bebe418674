import type { House } from '../../compose.ts'
import { everyPage, type PageRange, pagesWithin } from '../../documents/page-range.ts'
import { isPdf } from '../../engine/protocol/document.ts'
import { asFailure, Failure } from '../../failure.ts'
import type { PictureSource } from '../../pictures/source.ts'
import type { Finding, Input } from './inputs.ts'
import { loadPicture } from './load.ts'

export interface DocumentOptions extends Pick<House, 'engine' | 'getPicture'> {
  /** Default: every page of every document. */
  readonly range?: PageRange | undefined
  readonly signal: AbortSignal
}

/**
 * Puts the pages of a document in the place of the document, each under its own name: `scan.pdf#3`. A document is what
 * is named `.pdf` or comes from standard input alone, and is a PDF: other names would have to wait until all of standard
 * input has come. One that cannot be opened becomes the reason why.
 */
export async function expandDocuments(findings: readonly Finding[], options: DocumentOptions): Promise<Finding[]> {
  const expanded: Finding[] = []
  const isAlone = findings.length === 1
  for (const finding of findings) {
    const pages = 'source' in finding && mayBeDocument(finding.source, isAlone) ? pagesIn(finding, options) : [finding]
    expanded.push(...(await pages))
  }
  return expanded
}

function mayBeDocument(source: PictureSource, isAlone: boolean): boolean {
  if (source.kind === 'file') return /\.pdf$/i.test(source.path)
  if (source.kind === 'url') return /\.pdf$/i.test(URL.parse(source.url)?.pathname ?? '')
  return source.kind === 'stream' && isAlone
}

async function pagesIn(finding: Input, { engine, getPicture, range, signal }: DocumentOptions): Promise<Finding[]> {
  const { name, outputName } = finding
  const bytes = await loadPicture(finding, getPicture, signal)
  if (bytes instanceof Failure) return [{ name, outputName, failure: bytes }]
  // A file is read again for each page; the rest is not there a second time.
  const source: PictureSource = finding.source.kind === 'file' ? finding.source : { kind: 'bytes', bytes, name }
  if (!isPdf(bytes)) return [{ ...finding, source }]
  try {
    const { pages } = await engine.openDocument(bytes, { signal })
    return pagesWithin(range ?? everyPage, pages.length).map((page) => ({
      name: `${name}#${page}`,
      outputName: `${outputName}#${page}`,
      source,
      page
    }))
  } catch (thrown) {
    return [{ name, outputName, failure: asFailure(thrown) }]
  }
}

/** Told of what is odd about a page that is read all the same. */
export type TellProblem = (name: string, problem: string) => void

/** Fetches a picture as `loadPicture` does, or draws the page of a document. Never rejects. */
export async function loadInput(
  finding: Finding,
  { engine, getPicture, signal }: DocumentOptions,
  tell: TellProblem
): Promise<Uint8Array | Failure> {
  const bytes = await loadPicture(finding, getPicture, signal)
  if (bytes instanceof Failure || !('page' in finding) || finding.page === undefined) return bytes
  try {
    const { data, problems } = await engine.renderPage(bytes, finding.page, { signal })
    for (const problem of problems) tell(finding.name, problem)
    return data
  } catch (thrown) {
    return asFailure(thrown)
  }
}
