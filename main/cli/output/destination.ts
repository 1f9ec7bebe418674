import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Failure } from '../../failure.ts'
import type { Finding } from '../input/inputs.ts'

/** A place to write to, from the command line. */
export interface Destination {
  readonly path: string
  /** One file for each picture goes into it. */
  readonly folder: boolean
}

/** A path means a folder when there is one, or when it ends like one. */
export async function destinationOf(path: string | undefined): Promise<Destination | undefined> {
  if (path === undefined) return undefined
  if (/[/\\]$/.test(path)) return { path, folder: true }
  const present = await stat(path).catch(() => undefined)
  return { path, folder: present?.isDirectory() ?? false }
}

/** Refuses places that cannot be kept together with these pictures. Throws `Failure` with code `usage`. */
export function requireSense(
  findings: readonly Finding[],
  { boxes, output }: { readonly boxes?: Destination | undefined; readonly output?: Destination | undefined }
): void {
  if (findings.length > 1 && boxes !== undefined && !boxes.folder) {
    throw new Failure('usage', '--boxes names one file, and there are several pictures.', {
      advice: 'Name a folder: end it with /.'
    })
  }
  const inputs = new Set(
    findings.flatMap((finding) =>
      'source' in finding && finding.source.kind === 'file' ? [resolve(finding.source.path)] : []
    )
  )
  if (boxes !== undefined && !boxes.folder && output !== undefined && resolve(boxes.path) === resolve(output.path)) {
    throw new Failure('usage', '--boxes and --output name the same file.', { advice: 'Choose another name for one.' })
  }
  for (const destination of [boxes, output]) {
    if (destination !== undefined && inputs.has(resolve(destination.path))) {
      throw new Failure('usage', `“${destination.path}” is a picture to be read, and would be overwritten.`, {
        advice: 'Choose another name for what is written.'
      })
    }
  }
}
