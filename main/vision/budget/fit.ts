import type { Size } from '../../engine/protocol/view.ts'
import type { PictureRules } from '../preset.ts'
import { downToCells, qwenResize, upToCells } from './grid.ts'

/** Content and canvas of a `View`. */
export interface Fitted {
  readonly content: Size
  readonly canvas: Size
}

/**
 * Below 256 by 256 pixels, the default of min_pixels in Alibaba Cloud's Model Studio, models are shown more than there is:
 * a few enlarged pixels say more to them than a few.
 */
const tinyPixels = 65_536
/** More only makes blocks of pixels larger. */
const mostEnlarged = 4
/** From this many cells on, the shift of a side to the grid is at most a sixteenth, and it is stretched; else padded. */
const stretchedCells = 16

/**
 * How a picture, or a part of it, goes into what a provider takes. One that fits keeps its pixels and gets a white rim up to
 * the grid, which costs no resampling at all. A larger one is scaled once, to the size that the provider would choose
 * itself; strips keep their ratio on a white canvas, and tiny ones are enlarged by a whole number.
 */
export function fit(size: Size, rules: PictureRules): Fitted {
  return fitNatively(size, rules) ?? stretched(size, rules) ?? padded(size, rules)
}

/** With every pixel kept; undefined when that is more than the provider takes. */
export function fitNatively(size: Size, rules: PictureRules): Fitted | undefined {
  const content = enlarged(size, rules)
  const canvas = canvasAround(content, rules)
  return isAccepted(canvas, rules) ? { content, canvas } : undefined
}

function enlarged({ width, height }: Size, rules: PictureRules): Size {
  const byPixels = Math.sqrt(tinyPixels / (width * height))
  const bySide = longestSide(rules) / Math.max(width, height)
  const times = Math.max(1, Math.floor(Math.min(byPixels, bySide, mostEnlarged)))
  return { width: width * times, height: height * times }
}

/** The longest side that lies on the grid. */
function longestSide({ maximumSide, snap }: PictureRules): number {
  return downToCells(maximumSide, snap)
}

/** The smallest canvas on the grid that holds `content` and is neither too small nor too thin. */
function canvasAround({ width, height }: Size, { minimumSide, maximumRatio, snap }: PictureRules): Size {
  const shortest = Math.max(minimumSide, Math.max(width, height) / maximumRatio)
  return { width: upToCells(Math.max(width, shortest), snap), height: upToCells(Math.max(height, shortest), snap) }
}

function isAccepted({ width, height }: Size, rules: PictureRules): boolean {
  return (
    Math.max(width, height) <= rules.maximumSide &&
    Math.min(width, height) <= (rules.maximumShortSide ?? rules.maximumSide) &&
    width * height <= rules.maximumPixels
  )
}

/** Scaled onto the grid as Qwen's own rule does it; undefined for strips, which it would distort. */
function stretched(size: Size, rules: PictureRules): Fitted | undefined {
  const { snap, maximumSide, maximumShortSide = maximumSide, maximumPixels, maximumRatio, minimumSide } = rules
  const scale = Math.min(
    1,
    longestSide(rules) / Math.max(size.width, size.height),
    downToCells(maximumShortSide, snap) / Math.min(size.width, size.height)
  )
  const bounded = { width: size.width * scale, height: size.height * scale }
  const content = qwenResize(bounded, snap, 0, maximumPixels)
  const shortest = Math.min(content.width, content.height)
  const isStrip = shortest < Math.max(stretchedCells * snap, minimumSide) || ratioOf(content) > maximumRatio
  return isStrip || !isAccepted(content, rules) ? undefined : { content, canvas: content }
}

function ratioOf({ width, height }: Size): number {
  return Math.max(width, height) / Math.min(width, height)
}

/** Scaled with its ratio kept: the longest side that fits, cell by cell. */
function padded(size: Size, rules: PictureRules): Fitted {
  const longest = Math.max(size.width, size.height)
  for (let side = Math.min(longest, longestSide(rules)); side > rules.snap; side -= rules.snap) {
    const content = scaledTo(size, side / longest)
    const canvas = canvasAround(content, rules)
    if (isAccepted(canvas, rules)) return { content, canvas }
  }
  const content = scaledTo(size, rules.snap / longest)
  return { content, canvas: canvasAround(content, rules) }
}

function scaledTo({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
