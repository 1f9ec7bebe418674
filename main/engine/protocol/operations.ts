import { z } from 'zod'
import { documentFacts, pageFacts, pageScale } from './document.ts'
import { quad } from './geometry.ts'
import { packLocation } from './pack.ts'
import { pictureFacts, pictureLimits } from './picture.ts'
import { reading } from './reading.ts'
import { encodedFacts, encoding, view } from './view.ts'

/** A file in the spool, the one folder that both ends can see. Pictures travel by path, never inside a message. */
const spooled = z.string().min(1).max(4096)

const readOptions = z.object({
  /** Threads of each network; 0 chooses the number of physical cores. */
  threads: z.number().int().min(0).max(64),
  /**
   * Picture pixels for one pixel of interface: 2 for a shot of a "retina" screen. 0 when it is not known and is to
   * be estimated from the picture.
   */
  scale: z.number().min(0).max(8)
})
export type ReadOptions = z.infer<typeof readOptions>

/** Of one call: an overview and its tiles are far fewer. */
const mostViews = 64

/** A small picture for lists, upright, in sRGB and opaque. */
export const thumbnailFacts = z.object({
  format: z.literal('webp'),
  bytes: z.number().int().positive(),
  /** The longer one is at most the side that was asked for; a smaller picture keeps its size. */
  width: z.number().int().positive(),
  height: z.number().int().positive()
})
export type ThumbnailFacts = z.infer<typeof thumbnailFacts>

/** All that can be asked of the engine, with the schemas of request and result. */
export const operations = {
  probe: { request: z.object({ picture: spooled, limits: pictureLimits }), result: pictureFacts },
  read: {
    request: z.object({ picture: spooled, limits: pictureLimits, pack: packLocation, options: readOptions }),
    result: reading
  },
  /** Writes a PNG of the upright picture with an outline around each quad to `output`, a path in the spool. */
  annotate: {
    request: z.object({
      picture: spooled,
      limits: pictureLimits,
      output: spooled,
      marks: z.array(z.object({ quad, label: z.string().max(200).optional() })).max(20_000)
    }),
    result: z.object({ bytes: z.number().int().positive() })
  },
  /** Encodes views of one picture, each to its `output`, a path in the spool. Facts come in the order of the views. */
  encode: {
    request: z.object({
      picture: spooled,
      limits: pictureLimits,
      views: z
        .array(view.extend({ output: spooled }))
        .min(1)
        .max(mostViews),
      encoding
    }),
    result: z.object({ encoded: z.array(encodedFacts).min(1).max(mostViews) })
  },
  /** Writes the picture to `output`, a path in the spool, with its longer side at most `side` pixels. */
  thumbnail: {
    request: z.object({
      picture: spooled,
      limits: pictureLimits,
      side: z.number().int().min(16).max(2048),
      output: spooled
    }),
    result: thumbnailFacts
  },
  /** Looks at a PDF without drawing a page of it. */
  openDocument: { request: z.object({ document: spooled, limits: pictureLimits }), result: documentFacts },
  /** Draws one page of a PDF to `output`, a path in the spool. Pages count from 1. */
  renderPage: {
    request: z.object({
      document: spooled,
      limits: pictureLimits,
      page: z.number().int().positive(),
      scale: pageScale,
      output: spooled
    }),
    result: pageFacts
  },
  /** Loads a pack with every check (hashes, shapes, classes against dictionary) and says what it is. */
  loadPack: {
    request: z.object({ pack: packLocation, threads: z.number().int().min(0).max(64) }),
    result: z.object({ id: z.string(), classes: z.number().int().positive(), milliseconds: z.number() })
  }
} as const

export type Operation = keyof typeof operations
export type RequestOf<O extends Operation> = z.infer<(typeof operations)[O]['request']>
export type ResultOf<O extends Operation> = z.infer<(typeof operations)[O]['result']>

/** How far a request has come; `done` of `total` in the unit of the stage (regions, lines). */
export const progress = z.object({
  stage: z.enum(['load', 'decode', 'detect', 'recognise', 'encode']),
  done: z.number().nonnegative(),
  total: z.number().nonnegative()
})
export type Progress = z.infer<typeof progress>
