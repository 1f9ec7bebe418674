import { writeInto, writeWhole } from '../../library/transfer/pending-file.ts'
import type { Input } from '../input/inputs.ts'
import type { Destination } from './destination.ts'

/** Writes the PNG of a picture with boxes drawn: to the file, or as `scan.png.boxes.png` into the folder. */
export async function writeAnnotated(
  { path, folder }: Destination,
  { outputName }: Pick<Input, 'outputName'>,
  png: Uint8Array
): Promise<void> {
  if (folder) await writeInto(path, `${outputName}.boxes.png`, png)
  else await writeWhole(path, png)
}
