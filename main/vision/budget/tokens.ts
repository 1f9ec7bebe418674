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

function cellsOf(canvas: Size, { cell, minimum, maximum }: Extract<TokenRule, { kind: 'cells' }>): number {
  const area = cell * cell
  const { width, height } = qwenResize(canvas, cell, minimum * area, maximum * area)
  return (width / cell) * (height / cell)
}

/** OpenAI, "Images and vision": into 2048 by 2048, then down to a short side of 768, then tiles of 512. */
function tilesOf512({ width, height }: Size): number {
  const box = Math.min(1, 2048 / Math.max(width, height))
  const scale = Math.min(box, 768 / Math.min(width, height))
  return Math.ceil(Math.round(width * scale) / 512) * Math.ceil(Math.round(height * scale) / 512)
}
