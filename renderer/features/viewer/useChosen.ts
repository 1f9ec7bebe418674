import { useEffect } from 'react'
import { glideTo } from './animate.ts'
import type { Content } from './content.ts'
import { reveal } from './geometry/zoom.ts'
import { type Target, useHighlight } from './highlight.ts'
import { boundsOf } from './hit.ts'
import type { Stage } from './stage.ts'

/** Brings into sight what is chosen in the result. */
export function useChosen(stage: Stage): void {
  useEffect(
    () =>
      useHighlight.subscribe(({ chosen }, former) => {
        if (chosen === former.chosen || chosen?.from !== 'result') return
        const { scene, transform, content } = stage.getState()
        const box = boxOf(content, chosen.target)
        if (box === undefined) return
        glideTo(stage, reveal(scene, transform, box))
      }),
    [stage]
  )
}

function boxOf({ page, detections, codes }: Content, { kind, index }: Target) {
  if (kind === 'line') return page[index]
  if (kind === 'box') return detections[index]?.box
  const code = codes[index]
  return code && boundsOf(code.quad)
}
