import { z } from 'zod'
import { mostIds } from './lists.ts'

/** Pieces that several arguments share, each with its limit. */
export const id = z.int().positive()
export const ids = z.array(id).min(1).max(mostIds)
export const shortText = z.string().max(200)
/** Long enough for every system's paths. */
export const path = z.string().max(32_768)
/** How the page names something that main has taken in; main alone knows what lies behind it. */
export const token = z.string().regex(/^[0-9a-f]{32}$/)
/** Upright rectangle in pixels of the upright picture; `x1` and `y1` lie just outside. */
export const box = z.strictObject({
  x0: z.number().min(0).max(1_000_000),
  y0: z.number().min(0).max(1_000_000),
  x1: z.number().min(0).max(1_000_000),
  y1: z.number().min(0).max(1_000_000)
})
/** Nothing to say. */
export const nothing = z.strictObject({})
