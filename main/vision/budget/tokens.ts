import type { Size } from '../../engine/protocol/view.ts'
import { assertNever } from '../../failure.ts'
import type { TokenRule } from '../preset.ts'
import { qwenResize } from './grid.ts'

/** Image tokens that a provider counts for a picture of this size; a picture off its grid is counted as it resamples it. */
export function imageTokens(canvas: Size, rule: TokenRule): number {
  switch (rule.kind) {
    case 'cells':
      return Math.ceil(cellsOf(canvas, rule) * (rule.factor ?? 1)) + rule.extra
    case 'tiles':
      return rule.base + rule.tile * tilesOf512(canvas)
    default:
      return assertNever(rule, 'a rule of tokens that is not known')
  }
}

/** The size to which the provider scales what it gets; a model that counts boxes in pixels means those. */
export function seenSize(canvas: Size, rule: TokenRule): Size {
  if (rule.kind !== 'cells') return canvas
  const { cell, minimum, maximum } = rule
  return qwenResize(canvas, cell, minimum * cell * cell, maximum * cell * cell)
}

function cellsOf(canvas: Size, rule: Extract<TokenRule, { kind: 'cells' }>): number {
  const { width, height } = seenSize(canvas, rule)
  return (width / rule.cell) * (height / rule.cell)
}

/** OpenAI, "Images and vision": into 2048 by 2048, then down to a short side of 768, then tiles of 512. */
function tilesOf512({ width, height }: Size): number {
  const box = Math.min(1, 2048 / Math.max(width, height))
  const scale = Math.min(box, 768 / Math.min(width, height))
  return Math.ceil(Math.round(width * scale) / 512) * Math.ceil(Math.round(height * scale) / 512)
}
