import type { Box } from '../../../protocol/geometry.ts'
import type { PackManifest } from '../../../protocol/pack.ts'
import type { Pixels } from '../../imaging/pixels.ts'
import type { Memory } from '../memory.ts'
import type { Detector, ModelClock } from '../network.ts'
import { planesOf } from '../planes.ts'
import { partsOf, type Strip } from '../strip.ts'
import { findActivity } from './activity.ts'
import { bridgeGaps } from './bridge.ts'
import type { Component } from './components.ts'
import { contentRegions } from './content.ts'
import { type DetectOptions, detectRegion, grown } from './detect.ts'
import { withoutFringe } from './fringe.ts'
import { findLeftovers } from './leftovers.ts'
import { withoutRepeats } from './repeats.ts'
import { chooseScale, tooSmall } from './scale.ts'
import { joinSeams } from './seams.ts'
import { stripsOf } from './slant.ts'
import { tilesOf } from './tiles.ts'

export interface FindTextOptions {
  readonly detector: Detector
  readonly manifest: PackManifest['detector']
  readonly memory: Memory
  readonly clock: ModelClock
  /** Picture pixels for one pixel of interface, 0 when not known. */
  readonly interfaceScale: number
  /** Called before each run and after each region with how many of the regions are done; may throw to stop. */
  readonly advance: (done: number, total: number) => Promise<void>
}

/**
 * Detector pixels in one run. It bounds the memory, which is about 300 bytes a pixel, and tiles that stay in the
 * processor's caches are no slower than the whole.
 */
const tilePixels = 1024 * 1024

/**
 * Thicknesses of a strip, some 400 letters. The recogniser takes memory by the square of the length: 0.4 GB at this
 * one, 4 GB at thrice of it.
 */
const longest = 220

/** Where the text of a picture stands, as strips in its pixels, in no order. */
export interface FoundText {
  readonly strips: Strip[]
  /** Small drawn things beside the text that may be single characters. */
  readonly leftovers: Strip[]
}

/** Finds all lines of text of a picture. */
export async function findText(pixels: Pixels, options: FindTextOptions): Promise<FoundText> {
  const activity = findActivity(pixels)
  const regions = contentRegions(pixels, activity)
  const scale = chooseScale(pixels, options.interfaceScale)
  const strips: Strip[][] = []
  for (const [index, region] of regions.entries()) {
    const breathe = (): Promise<void> => options.advance(index, regions.length)
    const find = (at: number): Promise<Strip[]> =>
      findInTiles(pixels, tilesOf(region, activity, tilePixels / (at * at)), at, options, breathe)
    const found = await find(scale)
    strips.push(scale < 1 && tooSmall(found, scale) ? await find(1) : found)
    await options.advance(index + 1, regions.length)
  }
  const whole = bridgeGaps(pixels, withoutRepeats(strips.flat()))
  return {
    strips: whole.flatMap((strip) => partsOf(strip, longest)),
    leftovers: findLeftovers(pixels, activity, whole)
  }
}

async function findInTiles(
  pixels: Pixels,
  tiles: readonly Box[],
  scale: number,
  { detector, manifest, memory, clock }: FindTextOptions,
  breathe: () => Promise<void>
): Promise<Strip[]> {
  const options: DetectOptions = {
    detector,
    memory,
    clock,
    planes: planesOf(manifest),
    multiple: manifest.multiple,
    pixelThreshold: manifest.pixelThreshold
  }
  const found: Component[][] = []
  for (const tile of tiles) {
    await breathe()
    found.push(await detectRegion(pixels, tile, scale, options))
  }
  const untouched = new Set(found.flat())
  const kernels = joinSeams(found)
    .filter(({ score }) => score >= manifest.boxThreshold)
    .map((kernel) => (untouched.has(kernel) ? kernel : withoutFringe(kernel)))
  return stripsOf(kernels).flatMap((kernel) => grown(kernel, manifest.unclip, scale) ?? [])
}
