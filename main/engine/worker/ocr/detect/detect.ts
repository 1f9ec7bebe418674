import type { Box } from '../../../protocol/geometry.ts'
import type { Pixels } from '../../imaging/pixels.ts'
import type { Memory } from '../memory.ts'
import type { Detector, ModelClock } from '../network.ts'
import type { Plane } from '../planes.ts'
import type { Strip } from '../strip.ts'
import { type Component, findComponents } from './components.ts'
import { detectorInput } from './input.ts'
import { resample } from './resample.ts'

export interface DetectOptions {
  readonly detector: Detector
  readonly planes: readonly Plane[]
  readonly multiple: number
  readonly pixelThreshold: number
  readonly memory: Memory
  readonly clock: ModelClock
}

/** Pixels of the corner's colour around a region, so that text at the very edge of a picture is found. */
const margin = 8

/**
 * Finds the text kernels of one region at a scale (detector pixels for one picture pixel). Components come back in
 * pixels of the scaled picture, offset to the region's place in it.
 */
export async function detectRegion(
  pixels: Pixels,
  region: Box,
  scale: number,
  { detector, planes, multiple, pixelThreshold, memory, clock }: DetectOptions
): Promise<Component[]> {
  const width = Math.max(1, Math.round((region.x1 - region.x0) * scale))
  const height = Math.max(1, Math.round((region.y1 - region.y0) * scale))
  const [source, box] =
    scale === 1 ? [pixels, region] : [resample(pixels, region, width, height), { x0: 0, y0: 0, x1: width, y1: height }]
  const input = detectorInput(source, box, planes, multiple, margin, memory)
  const values = await detector(input.values, input.width, input.height, clock)
  const map = { values, stride: input.width, width: width + 2 * margin, height: height + 2 * margin }
  const offset = { x: Math.round(region.x0 * scale) - margin, y: Math.round(region.y0 * scale) - margin }
  return findComponents(map, pixelThreshold).map((component) => moved(component, offset.x, offset.y))
}

function moved({ x0, y0, x1, y1, runs, area, score }: Component, dx: number, dy: number): Component {
  return {
    x0: x0 + dx,
    y0: y0 + dy,
    x1: x1 + dx,
    y1: y1 + dy,
    runs: runs.map((run) => ({ x0: run.x0 + dx, x1: run.x1 + dx, y: run.y + dy })),
    area,
    score
  }
}

/** Below this, in detector pixels, a kernel is noise. */
const smallestKernel = 3

/** In detector pixels. Letters larger than the detector was taught are found whole, not shrunken. */
const mostGrowth = 48

/**
 * Grows a shrunken kernel back to the line it stands for and scales it to the picture: DBNet's distance is area
 * times `unclip` over perimeter. Undefined for specks.
 */
export function grown(kernel: Strip, unclip: number, scale: number): Strip | undefined {
  if (Math.min(kernel.length, kernel.thickness) < smallestKernel) return undefined
  const wanted = (kernel.length * kernel.thickness * unclip) / (2 * (kernel.length + kernel.thickness))
  const distance = Math.min(wanted, mostGrowth)
  return {
    ...kernel,
    x: kernel.x / scale,
    y: kernel.y / scale,
    length: (kernel.length + 2 * distance) / scale,
    thickness: (kernel.thickness + 2 * distance) / scale
  }
}
