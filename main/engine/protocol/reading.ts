import { z } from 'zod'
import { quad } from './geometry.ts'

/** One line of text as the recogniser saw it. */
export const readLine = z.object({
  text: z.string(),
  quad,
  /** Mean over the characters, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /**
   * Where each code point of `text` has its middle along the line: 0 at the start edge of the quad, 1 at its end.
   * Never decreasing; as long as `[...text]`.
   */
  positions: z.array(z.number().min(0).max(1)),
  /** Confidence of each code point, 0 to 1; as long as `positions`. */
  confidences: z.array(z.number().min(0).max(1)),
  /** Characters stand below each other (vertical Chinese or Japanese): the line then runs from top to bottom. */
  vertical: z.boolean()
})
export type ReadLine = z.infer<typeof readLine>

/**
 * A drawn separator: a table rule, the edge of a pane, the frame of a dialog. Horizontal when `x1 - x0 > y1 - y0`.
 * Pixels of the upright picture.
 */
export const ruling = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() })
export type Ruling = z.infer<typeof ruling>

/** Most codes of one picture, and most characters of one: a QR code holds 7,089 digits. */
export const mostCodes = 255
export const mostCodeText = 8000

/** A QR code or barcode. */
export const code = z.object({
  /** As ZXing names it: `QRCode`, `EAN13`, `Code128`. */
  format: z.string().max(40),
  text: z.string().max(mostCodeText),
  /** Clockwise from the corner where the code itself begins, in pixels of the upright picture. */
  quad
})
export type Code = z.infer<typeof code>

/** Where the time of one reading went, in milliseconds. `model` is the part spent inside the networks. */
export const readingTimes = z.object({
  decode: z.number(),
  detect: z.number(),
  recognise: z.number(),
  model: z.number(),
  total: z.number()
})

/** What the engine found in one picture. Lines come in no promised order: `main/layout` makes text of them. */
export const reading = z.object({
  /** Size of the upright picture in pixels, after the file's own orientation was applied. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Clockwise quarter turns, in degrees, that would bring the text upright: a page photographed sideways has 90 or 270. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  lines: z.array(readLine),
  rulings: z.array(ruling),
  /** In no promised order. Absent when nobody has looked: older readings, and pictures where that failed. */
  codes: z.array(code).max(mostCodes).exactOptional(),
  /** The file was damaged or its end missing: only what could be decoded was read. */
  partial: z.literal(true).exactOptional(),
  /** Id of the model pack that read it. */
  pack: z.string(),
  milliseconds: readingTimes
})
export type Reading = z.infer<typeof reading>
