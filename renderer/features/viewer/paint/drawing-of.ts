import type { Content } from '../content.ts'
import { type Highlight, isSame, type Target } from '../highlight.ts'
import type { StageState } from '../stage.ts'
import { stretchesOf, stretchOf } from '../text/range.ts'
import type { BoxShape, Drawing, Shape } from './drawing.ts'

/** What lies over the picture now. */
export function drawingOf(state: StageState, highlight: Pick<Highlight, 'lit' | 'chosen' | 'hidden'>): Drawing {
  const { page, codes, found } = state.content
  const { scene, transform, selection, hits, hit } = state
  const target = highlight.lit ?? highlight.chosen?.target
  return {
    viewport: scene.viewport,
    density: scene.density,
    picture: scene.picture,
    transform,
    selection: selection === undefined ? [] : stretchesOf(page, selection),
    hits: hits.filter((_, index) => index !== hit).flatMap((one) => stretchesOf(page, one)),
    currentHit: hits[hit] === undefined ? [] : stretchesOf(page, hits[hit]),
    found,
    lines: state.showsLines ? page.map((line) => stretchOf(line, 0, line.characters.length)) : [],
    codes: codes.map(({ quad }) => quad),
    // While text is being selected, the line under the pointer would only be in the way.
    lit: selection === undefined ? litShape(state.content, target) : undefined,
    boxes: boxesOf(state.content, highlight, target),
    crop: state.crop
  }
}

function litShape({ page, codes }: Content, target: Target | undefined): Shape | undefined {
  if (target?.kind === 'code') return codes[target.index]?.quad
  const line = target?.kind === 'line' ? page[target.index] : undefined
  return line && stretchOf(line, 0, line.characters.length)
}

function boxesOf(
  { detections, colours }: Content,
  { hidden }: Pick<Highlight, 'hidden'>,
  target: Target | undefined
): BoxShape[] {
  return detections.flatMap(({ label, box: { x0, y0, x1, y1 } }, index) => {
    const isLit = isSame(target, { kind: 'box', index })
    if (hidden.has(label) && !isLit) return []
    const corners = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1]
    ] as const
    return [{ shape: corners, label, colour: colours.get(label) ?? '#1864ab', isLit }]
  })
}
