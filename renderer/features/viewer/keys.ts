import { glideTo } from './animate.ts'
import { firstCrop, stepCrop } from './crop/crop.ts'
import { toPicture } from './geometry/transform.ts'
import { actualScale, centre, fit, pan, rotate, zoomAbout } from './geometry/zoom.ts'
import type { Stage } from './stage.ts'
import { type CaretStep, moveCaret } from './text/caret.ts'
import { wholePage } from './text/range.ts'

/** How much a key zooms, and how far it moves the picture in CSS pixels. */
const zoomStep = 1.25
const panStep = 64

type Stroke = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

const caretSteps: Readonly<Record<string, CaretStep>> = {
  ArrowLeft: 'back',
  ArrowRight: 'on',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'line-start',
  End: 'line-end'
}

/** What keys do while the picture has the focus. False for keys that mean nothing here. */
export function handleKey(stroke: Stroke, stage: Stage): boolean {
  const { key, shiftKey, altKey } = stroke
  const hasMod = stroke.ctrlKey || stroke.metaKey
  const { selection, isCropping, crop, content } = stage.getState()
  const { page } = content
  if (altKey) return false
  if (hasMod) {
    if (key.toLowerCase() !== 'a' || page.length === 0) return false
    stage.setState({ selection: wholePage(page) })
    return true
  }
  if (key === 'Escape') {
    if (!isCropping && selection === undefined) return false
    stage.setState(isCropping ? { isCropping: false, crop: undefined } : { selection: undefined })
    return true
  }
  const arrow = arrows[key]
  if (isCropping && crop !== undefined && arrow !== undefined) {
    const step = 10
    const [dx, dy] = [arrow[0] * step, arrow[1] * step]
    stage.setState({
      crop: stepCrop(crop, { kind: shiftKey ? 'resize' : 'move', dx, dy }, stage.getState().scene.picture)
    })
    return true
  }
  const step = caretSteps[key]
  if (shiftKey && step !== undefined && page.length > 0) {
    const from = selection ?? { anchor: { line: 0, index: 0 }, focus: { line: 0, index: 0 } }
    stage.setState({ selection: { anchor: from.anchor, focus: moveCaret(page, from.focus, step) } })
    return true
  }
  if (arrow !== undefined) {
    const { scene, transform } = stage.getState()
    stage.setState({ transform: pan(scene, transform, -arrow[0] * panStep, -arrow[1] * panStep) })
    return true
  }
  const command = commands[key]
  command?.(stage)
  return command !== undefined
}

type Command = (stage: Stage) => void

export const zoomIn: Command = (stage) => zoomBy(stage, zoomStep)
export const zoomOut: Command = (stage) => zoomBy(stage, 1 / zoomStep)

export const showAll: Command = (stage) => {
  const { scene, transform } = stage.getState()
  glideTo(stage, fit(scene, transform.turn))
}

/** Shows the picture at a multiple of its size on the screen; what was in the middle stays there. */
export function showAt(stage: Stage, times: number): void {
  const { scene, transform } = stage.getState()
  const scale = actualScale(scene) * times
  const middle = toPicture(transform, [scene.viewport.width / 2, scene.viewport.height / 2])
  glideTo(stage, centre(scene, { scale, turn: transform.turn }, middle))
}

export const turnRight: Command = (stage) => {
  const { scene, transform } = stage.getState()
  stage.setState({ transform: rotate(scene, transform, 90) })
}

/** Begins to draw a part, or gives that up. */
export const toggleCrop: Command = (stage) => {
  stage.setState(({ isCropping, scene }) => ({
    isCropping: !isCropping,
    crop: isCropping ? undefined : firstCrop(scene.picture),
    selection: undefined
  }))
}

export const toggleLines: Command = (stage) => stage.setState(({ showsLines }) => ({ showsLines: !showsLines }))

const commands: Readonly<Record<string, Command>> = {
  '+': zoomIn,
  '=': zoomIn,
  '-': zoomOut,
  _: zoomOut,
  '0': showAll,
  '1': (stage) => showAt(stage, 1),
  '2': (stage) => showAt(stage, 2),
  r: turnRight,
  R: turnRight,
  c: toggleCrop,
  b: toggleLines
}

function zoomBy(stage: Stage, factor: number): void {
  const { scene, transform } = stage.getState()
  glideTo(stage, zoomAbout(scene, transform, [scene.viewport.width / 2, scene.viewport.height / 2], factor))
}
