import type { Size } from '../../engine/protocol/view.ts'
import type { PicturePlan } from '../plan.ts'
import type { PictureRules } from '../preset.ts'
import { fit } from './fit.ts'
import { tilesOf } from './tiles.ts'

/** Usual height of text on a screen in pixels, and the least that models still read. */
const usualText = 12
const legibleText = 8
/** An overview that lost less than a twentieth shows what tiles would show. */
const nearlyNative = 0.95
/** Longest side of a glance: columns and tables are to be seen, and no text that could be copied from there. */
const glanceSide = 768

export interface PlanOptions {
  /** `fit`: the overview alone. `tiles`: native pixels beside it, where it loses some. */
  readonly detail: 'fit' | 'tiles'
}

/** Decides how a picture of this size is shown to a model. */
export function planPicture(size: Size, rules: PictureRules, { detail }: PlanOptions): PicturePlan {
  const fitted = fit(size, rules)
  const scale = Math.min(fitted.content.width / size.width, fitted.content.height / size.height)
  const tiles = detail === 'tiles' && scale < nearlyNative ? tilesOf(size, rules) : []
  const crop = { x0: 0, y0: 0, x1: size.width, y1: size.height }
  return {
    overview: { crop, ...fitted },
    tiles,
    glance: { crop, ...fit(size, atAGlance(rules)) },
    scale,
    smallText: usualText * scale
  }
}

function atAGlance(rules: PictureRules): PictureRules {
  return {
    ...rules,
    maximumSide: Math.min(rules.maximumSide, glanceSide),
    maximumPixels: Math.min(rules.maximumPixels, glanceSide * glanceSide)
  }
}

/** Height in pixels of the usual text of a screen at this scale, when models cannot read it any more; else undefined. */
export function lostText(scale: number, legible = legibleText): number | undefined {
  const height = usualText * scale
  return scale < 1 && height < legible ? height : undefined
}
