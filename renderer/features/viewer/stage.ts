import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Content } from './content.ts'
import type { CropBox } from './crop/crop.ts'
import type { Transform } from './geometry/transform.ts'
import { fit, isFitted, type Scene } from './geometry/zoom.ts'
import type { TextSelection } from './text/range.ts'

/** How one picture is being looked at. */
export interface StageState {
  readonly scene: Scene
  readonly content: Content
  readonly transform: Transform
  readonly selection: TextSelection | undefined
  readonly hits: readonly TextSelection[]
  /** The hit that one stands at. */
  readonly hit: number
  readonly isCropping: boolean
  readonly crop: CropBox | undefined
  /** Whether the lines that were read are outlined. */
  readonly showsLines: boolean
}

export type Stage = StoreApi<StageState>

/** State that changes with every frame lives outside of React: only what shows a part of it renders. */
export function createStage(picture: Scene['picture'], content: Content): Stage {
  const scene: Scene = { picture, viewport: { width: 1, height: 1 }, density: 1 }
  return createStore<StageState>()(() => ({
    scene,
    content,
    transform: fit(scene, 0),
    selection: undefined,
    hits: [],
    hit: 0,
    isCropping: false,
    crop: undefined,
    showsLines: false
  }))
}

/** Another answer about the same picture: what was selected is not of it. */
export function show(stage: Stage, content: Content): void {
  if (stage.getState().content === content) return
  stage.setState({ content, selection: undefined, hits: [], hit: 0 })
}

/** Takes another size of the viewport; a fitted picture stays fitted, another one keeps its place. */
export function resize(stage: Stage, viewport: Scene['viewport'], density: number): void {
  stage.setState(({ scene, transform }) => {
    const next = { ...scene, viewport, density }
    const isFirst = scene.viewport.width <= 1
    return { scene: next, transform: isFirst || isFitted(scene, transform) ? fit(next, transform.turn) : transform }
  })
}
