import { basename, relative, resolve } from 'node:path'
import type { Finding } from '../input/inputs.ts'
import type { Names } from './outcomes.ts'

/** How the files of a batch are called: as they were found; one that came later by its path from here. */
export function namesBy(findings: readonly Finding[]): (path: string) => Names {
  const byPath = new Map(findings.map((finding) => [resolve(finding.name), finding]))
  return (path) => byPath.get(path) ?? { name: relative('', path), outputName: basename(path) }
}
