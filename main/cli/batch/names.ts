import { basename, relative, resolve } from 'node:path'
import { pageKey } from '../../jobs/batch/pages.ts'
import type { Finding } from '../input/inputs.ts'
import type { Names } from './outcomes.ts'

/** How the files of a batch are called: as they were found; one that came later by its path from here. */
export function namesBy(findings: readonly Finding[]): (path: string) => Names {
  const byPath = new Map(findings.map((finding) => [keyOf(finding), finding]))
  return (path) => byPath.get(path) ?? { name: relative('', path), outputName: basename(path) }
}

/** As the batch calls it. */
function keyOf(finding: Finding): string {
  if (!('source' in finding) || finding.source.kind !== 'file') return resolve(finding.name)
  const path = resolve(finding.source.path)
  return finding.page === undefined ? path : pageKey(path, finding.page)
}
