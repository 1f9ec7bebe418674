import { cropBetween } from '../crop/crop.ts'
import { type Point, toPicture } from '../geometry/transform.ts'
import { pan, zoomAbout } from '../geometry/zoom.ts'
import { choose, useHighlight } from '../highlight.ts'
import { type Hittable, targetAt } from '../hit.ts'
import type { Stage } from '../stage.ts'
import { caretAt, characterAt } from '../text/caret.ts'
import type { TextPage } from '../text/page.ts'
import { isEmpty, type TextSelection, wholeLine, wordAt } from '../text/range.ts'

type Unit = 'character' | 'word' | 'line'

/** What a pressed button, or fingers, do until they are let go. Places are CSS pixels of the viewport. */
export type Drag =
  | { readonly kind: 'pan'; readonly last: Point }
  | { readonly kind: 'select'; readonly first: TextSelection; readonly by: Unit }
  | { readonly kind: 'crop'; readonly from: Point }
  | { readonly kind: 'pinch'; readonly middle: Point; readonly distance: number }

export interface Press {
  readonly place: Point
  readonly isTouch: boolean
  readonly isShiftHeld: boolean
  /** The middle button, or the space bar held. */
  readonly isPanWished: boolean
  /** How many clicks on this place it is. */
  readonly clicks: number
}

/** Text may be caught this near, in CSS pixels. */
const slack = 4

/** What is under a place. */
export function under(stage: Stage, place: Point): ReturnType<typeof targetAt> {
  const { transform, content } = stage.getState()
  const hittable: Hittable = { ...content, hidden: useHighlight.getState().hidden }
  return targetAt(hittable, toPicture(transform, place), slack / transform.scale)
}

/** What a press begins: on text a selection, beside it a move of the picture. */
export function beginDrag(stage: Stage, press: Press): Drag {
  const { transform, isCropping, content } = stage.getState()
  const { place } = press
  if (press.isPanWished) return { kind: 'pan', last: place }
  const point = toPicture(transform, place)
  if (isCropping) return { kind: 'crop', from: point }
  const target = under(stage, place)
  const caret = target?.kind === 'line' && !press.isTouch ? caretAt(content.page, point) : undefined
  if (caret !== undefined) return beginSelection(stage, press, point, caret)
  stage.setState({ selection: undefined })
  choose(target, 'picture')
  return { kind: 'pan', last: place }
}

function beginSelection(
  stage: Stage,
  { clicks, isShiftHeld }: Press,
  point: Point,
  caret: TextSelection['focus']
): Drag {
  const { selection, content } = stage.getState()
  if (isShiftHeld && selection !== undefined) {
    stage.setState({ selection: { anchor: selection.anchor, focus: caret } })
    return { kind: 'select', first: { anchor: selection.anchor, focus: selection.anchor }, by: 'character' }
  }
  const by = clicks >= 3 ? 'line' : clicks === 2 ? 'word' : 'character'
  const first = by === 'character' ? { anchor: caret, focus: caret } : unitAt(content.page, point, by)
  stage.setState({ selection: first })
  return { kind: 'select', first, by }
}

function unitAt(page: TextPage, point: Point, by: 'word' | 'line'): TextSelection {
  const character = characterAt(page, point) ?? { line: 0, index: 0 }
  return by === 'word' ? wordAt(page, character) : wholeLine(page, character.line)
}

/** What a drag is after a move to `place`. `pinch` are the fingers of now, when there are two. */
export function continueDrag(stage: Stage, drag: Drag, place: Point, pinch: Drag | undefined): Drag {
  const { scene, transform } = stage.getState()
  switch (drag.kind) {
    case 'pan':
      stage.setState({ transform: pan(scene, transform, place[0] - drag.last[0], place[1] - drag.last[1]) })
      return { kind: 'pan', last: place }
    case 'select':
      extend(stage, drag, toPicture(transform, place))
      return drag
    case 'crop':
      stage.setState({ crop: cropBetween(drag.from, toPicture(transform, place), scene.picture) })
      return drag
    case 'pinch': {
      if (pinch?.kind !== 'pinch') return drag
      const shifted = pan(scene, transform, pinch.middle[0] - drag.middle[0], pinch.middle[1] - drag.middle[1])
      stage.setState({ transform: zoomAbout(scene, shifted, pinch.middle, pinch.distance / drag.distance) })
      return pinch
    }
    default:
      return drag
  }
}

/** Word by word after a double click, and always with what was clicked first. */
function extend(stage: Stage, { first, by }: Extract<Drag, { kind: 'select' }>, point: Point): void {
  const { page } = stage.getState().content
  const caret = caretAt(page, point)
  if (caret === undefined) return
  if (by === 'character') return stage.setState({ selection: { anchor: first.anchor, focus: caret } })
  const unit = unitAt(page, point, by)
  const isBehind = (unit.anchor.line - first.anchor.line || unit.anchor.index - first.anchor.index) >= 0
  stage.setState({
    selection: isBehind ? { anchor: first.anchor, focus: unit.focus } : { anchor: first.focus, focus: unit.anchor }
  })
}

/** A click on a line without a drag is no selection: the line is meant, here and in the result. */
export function endDrag(stage: Stage, drag: Drag | undefined): void {
  const { selection } = stage.getState()
  if (drag?.kind !== 'select' || selection === undefined || !isEmpty(selection)) return
  stage.setState({ selection: undefined })
  choose({ kind: 'line', index: selection.anchor.line }, 'picture')
}

/** The middle of two fingers and how far they are from each other; undefined for fewer. */
export function pinchOf(fingers: Iterable<Point>): Drag | undefined {
  const [first, second] = fingers
  if (first === undefined || second === undefined) return undefined
  return {
    kind: 'pinch',
    middle: [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2],
    distance: Math.max(1, Math.hypot(first[0] - second[0], first[1] - second[1]))
  }
}
