import type { Engine, ReadCallOptions } from '../../engine/client.ts'
import type { Progress } from '../../engine/protocol/operations.ts'
import { type LayoutMode, layOut, orderLines, type TableFormat } from '../../layout/layout.ts'
import type { Input } from '../input/inputs.ts'
import { writeAnnotated } from '../output/annotated.ts'
import type { Destination } from '../output/destination.ts'
import { type ReadingRecord, recordReading } from './record.ts'

export interface ReaderOptions {
  readonly engine: Engine
  readonly layout: LayoutMode
  readonly tableFormat: TableFormat
  /** Where the pictures with their lines drawn go. */
  readonly boxes: Destination | undefined
  readonly call: ReadCallOptions
}

/** Reads one picture and draws its boxes where that is wanted. Throws `Failure`. */
export type ReadPicture = (
  input: Pick<Input, 'name' | 'outputName'>,
  bytes: Uint8Array,
  onProgress: (progress: Progress) => void
) => Promise<ReadingRecord>

export function createReader({ engine, layout, tableFormat, boxes, call }: ReaderOptions): ReadPicture {
  return async (input, bytes, onProgress) => {
    const reading = await engine.read(bytes, { ...call, onProgress })
    const lines = orderLines(reading)
    if (boxes !== undefined) {
      const marks = lines.map(({ quad }) => ({ quad }))
      const png = await engine.annotate(bytes, marks, { ...call, onProgress })
      await writeAnnotated(boxes, input, png)
    }
    return recordReading(input.name, reading, lines, layOut(reading, layout, { table: tableFormat }))
  }
}
