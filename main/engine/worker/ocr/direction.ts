import type { Pixels } from '../imaging/pixels.ts'
import { type Recognised, type RecogniseOptions, recogniseStrips } from './recognise/recognise.ts'
import { isLevel, recogniseStacked } from './recognise/steep.ts'
import { isSteep, type Strip, turned } from './strip.ts'
import type { Turn } from './turn.ts'

/** Share of the text, by area, that must run up or down before the page is taken to lie on its side. */
const steepShare = 0.6
/** Lines that are read on trial. */
const trials = 5
/** A page that reads this well is not upside down: plain text reads above 0.9, text on its head near 0.6. */
const plainlyUpright = 0.82

/**
 * Vertical writing reads at least this well character by character. Turned on its side it reads as well, because
 * recognisers are taught such lines, so the better of the two decides nothing; a page that really lies on its side
 * reads far worse in that way.
 */
const plainlyVertical = 0.85

/** Which way a page lies whose text runs mostly up or down: 0 when it is vertical writing or not sideways at all. */
export async function findSideways(pixels: Pixels, strips: readonly Strip[], options: RecogniseOptions): Promise<Turn> {
  const steep = strips.filter((strip) => isSteep(strip) && strip.length > strip.thickness * 3)
  if (areaOf(steep) <= areaOf(strips) * steepShare) return 0
  const longest = longestOf(steep)
  const down = trust(await recogniseStrips(pixels, longest, options))
  const up = trust(
    await recogniseStrips(
      pixels,
      longest.map((strip) => turned(strip, 2)),
      options
    )
  )
  const stacked: Recognised[] = []
  for (const strip of longest.filter(isLevel)) stacked.push(await recogniseStacked(pixels, strip, options))
  if (up > Math.max(down, trust(stacked))) return 90
  return trust(stacked) >= Math.min(down, plainlyVertical) ? 0 : 270
}

/** Whether a page that reads badly reads better on its head. */
export async function isUpsideDown(
  pixels: Pixels,
  read: readonly Recognised[],
  options: RecogniseOptions
): Promise<boolean> {
  if (read.length === 0 || trust(read) >= plainlyUpright) return false
  const longest = longestOf(read.map(({ strip }) => strip))
  const now = trust(read.filter(({ strip }) => longest.includes(strip)))
  return (
    trust(
      await recogniseStrips(
        pixels,
        longest.map((strip) => turned(strip, 2)),
        options
      )
    ) >
    now + 0.05
  )
}

/** Mean confidence, each line weighted by its glyphs; 0 for no lines. */
function trust(read: readonly Recognised[]): number {
  const glyphs = read.reduce((sum, line) => sum + line.glyphs.length, 0)
  return read.reduce((sum, line) => sum + line.confidence * line.glyphs.length, 0) / Math.max(1, glyphs)
}

function longestOf(strips: readonly Strip[]): Strip[] {
  return strips.toSorted((a, b) => b.length / b.thickness - a.length / a.thickness).slice(0, trials)
}

function areaOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { length, thickness }) => sum + length * thickness, 0)
}
