import { type RefObject, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Content } from './content.ts'
import { createStage, resize, type Stage, type StageState, show } from './stage.ts'

/** A stage for one picture that follows the size of its viewport. */
export function useStage(
  viewport: RefObject<HTMLElement | null>,
  picture: StageState['scene']['picture'],
  content: Content
): Stage {
  const [stage] = useState(() => createStage(picture, content))
  useEffect(() => show(stage, content), [stage, content])
  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    const measure = (): void => {
      // Hidden with its room: the size of then is not one.
      if (element.clientWidth === 0 || element.clientHeight === 0) return
      resize(stage, { width: element.clientWidth, height: element.clientHeight }, window.devicePixelRatio)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [viewport, stage])
  return stage
}

/** A part of the stage's state; renders when that part changes. */
export function useStageState<T>(stage: Stage, select: (state: StageState) => T): T {
  return useStore(stage, select)
}
