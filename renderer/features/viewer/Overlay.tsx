import { useEffect, useRef } from 'react'
import { useHighlight } from './highlight.ts'
import { draw } from './paint/draw.ts'
import { drawingOf } from './paint/drawing-of.ts'
import { inksOf } from './paint/inks.ts'
import type { Stage } from './stage.ts'
import classes from './Viewer.module.css'

/** Selection, hits, boxes and codes over the picture: one canvas as large as the viewport, painted at most once a frame. */
export function Overlay({ stage }: { readonly stage: Stage }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let frame = 0
    const paint = (): void => {
      frame = 0
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context) return
      const drawing = drawingOf(stage.getState(), useHighlight.getState())
      const width = Math.round(drawing.viewport.width * drawing.density)
      const height = Math.round(drawing.viewport.height * drawing.density)
      // Setting a size clears the canvas and costs: only when it is another one.
      if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
      const style = getComputedStyle(element)
      draw(context, drawing, inksOf(style), `600 11px ${style.fontFamily}`)
    }
    const plan = (): void => {
      frame ||= requestAnimationFrame(paint)
    }
    plan()
    const stops = [stage.subscribe(plan), useHighlight.subscribe(plan), onThemeChange(plan)]
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [stage])
  return <canvas ref={canvas} className={classes['overlay']} aria-hidden />
}

function onThemeChange(heard: () => void): () => void {
  const observer = new MutationObserver(heard)
  observer.observe(document.documentElement, { attributes: true })
  return () => observer.disconnect()
}
