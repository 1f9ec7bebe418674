import { extname } from 'node:path'
import { Failure } from '../../failure.ts'
import { writeInto } from '../../library/transfer/pending-file.ts'
import { type BoxFormat, exportBoxes } from '../../tasks/export/export.ts'
import type { LabelledPicture } from '../../tasks/export/picture.ts'
import type { Input } from '../input/inputs.ts'
import type { Destination } from '../output/destination.ts'

/** A picture with its boxes, for a trainer or a labelling tool. */
export interface DatasetPicture extends LabelledPicture {
  /** Its undecoded file, once more. */
  readonly original: () => Promise<Uint8Array>
}

/** Where an export goes. */
export interface DatasetPlace {
  readonly format: BoxFormat
  readonly folder: string
}

/** Throws `usage` when there is no folder for an export. */
export function datasetPlace(format: BoxFormat | undefined, output: Destination | undefined): DatasetPlace | undefined {
  if (format === undefined) return undefined
  if (output?.folder) return { format, folder: output.path }
  throw new Failure('usage', '--export writes several files and needs a folder.', {
    advice: 'Name one with --output, and end its name with /.'
  })
}

/** Writes labels and pictures, each where the format wants it. Throws `disk`, and what reading a picture again throws. */
export async function writeDataset(
  { format, folder }: DatasetPlace,
  pictures: readonly DatasetPicture[],
  categories: readonly string[] | undefined
): Promise<void> {
  const { files, pictures: places } = exportBoxes(format, pictures, categories)
  for (const [index, place] of places.entries()) {
    const picture = pictures[index]
    if (picture !== undefined) await writeInto(folder, place, await picture.original())
  }
  // Last: where they are, all they speak of is there, too.
  for (const { path, text } of files) await writeInto(folder, path, text)
}

/** A file name with an extension: trainers go by it. `format` is that of the file. */
export function pictureName({ outputName }: Pick<Input, 'outputName'>, format: string): string {
  return extname(outputName) === '' ? `${outputName}.${format}` : outputName
}
