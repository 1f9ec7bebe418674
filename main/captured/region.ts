import { join } from 'node:path'
import { z } from 'zod'
import type { RememberedRegion } from '../capture/geometry/remembered.ts'
import { type KeptFile, keptFile } from './kept-file.ts'

const coordinate = z.number().min(-1e6).max(1e6)
const length = z.number().positive().max(1e6)
const rect = z.object({ x: coordinate, y: coordinate, width: length, height: length })

const region: z.ZodType<RememberedRegion> = z.object({
  display: z.object({
    id: z.number(),
    bounds: rect,
    scale: z.number().positive().max(100),
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
  }),
  size: z.object({ width: length, height: length }),
  rect
})

/** The region that was framed last, in the app's data folder: where it was, and nothing of what was in it. */
export function regionFile(data: string): KeptFile<RememberedRegion | undefined> {
  return keptFile(join(data, 'capture-region.json'), region.optional(), undefined)
}
