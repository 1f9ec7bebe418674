import { type Finding, gatherInputs } from '../input/inputs.ts'
import { type Destination, destinationOf, requireSense } from '../output/destination.ts'
import type { Session } from '../session.ts'
import { type DatasetPlace, datasetPlace } from './dataset.ts'
import type { AskCommandOptions } from './options.ts'

/** The pictures of a command, and where all goes that comes of them. */
export interface Places {
  readonly findings: readonly Finding[]
  /** Of answers; undefined for standard output. */
  readonly output: Destination | undefined
  /** Where pictures with their boxes drawn go. */
  readonly boxes: Destination | undefined
  readonly dataset: DatasetPlace | undefined
}

/** Finds the pictures, and refuses places that do not go together. Throws `usage`. */
export async function findPlaces(
  names: readonly string[],
  options: Pick<AskCommandOptions, 'recursive' | 'output' | 'boxes' | 'export' | 'dryRun'>,
  { standardInput }: Session
): Promise<Places> {
  const output = await destinationOf(options.output)
  const boxes = await destinationOf(options.boxes)
  const dataset = datasetPlace(options.export, output)
  const findings = await gatherInputs(names, { recursive: options.recursive ?? false, standardInput })
  requireSense(findings, { boxes, output })
  return {
    findings,
    // The folder is that of the export, where there is one.
    output: dataset === undefined ? output : undefined,
    boxes,
    dataset: options.dryRun ? undefined : dataset
  }
}
