import { join } from 'node:path'
import { z } from 'zod'
import { captureModes } from '../capture/mode.ts'
import { type StageTimes, stages } from '../capture/times/stages.ts'
import { type KeptFile, keptFile } from './kept-file.ts'

const history: z.ZodType<readonly StageTimes[]> = z
  .array(z.object({ mode: z.enum(captureModes), spent: z.partialRecord(z.enum(stages), z.number().min(0).max(1e9)) }))
  .max(1000)

/** How long the last captures took, oldest first, in the app's data folder. `summarise` makes sense of them. */
export function timesFile(data: string): KeptFile<readonly StageTimes[]> {
  return keptFile(join(data, 'capture-times.json'), history, [])
}
