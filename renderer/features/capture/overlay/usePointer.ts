import { useCallback, useEffect, useState } from 'react'
import { act } from '../act.ts'
import type { Point } from '../shapes.ts'

/** Elements on which a press frames nothing. */
const ownPresses = '.card'

/**
 * Tells main what the pointer does on the page, while it moves no more than once a frame; main knows what counts. Answers where
 * it is: undefined until it has moved, and after `forget`, when keys lead.
 */
export function usePointer(): { readonly pointer: Point | undefined; readonly forget: () => void } {
  const [pointer, setPointer] = useState<Point>()
  useEffect(() => follow(setPointer), [])
  const forget = useCallback(() => setPointer(undefined), [])
  return { pointer, forget }
}

/** Follows the pointer until the function that it answers is called. */
function follow(setPointer: (point: Point) => void): () => void {
  let isPressed = false
  let frame = 0
  let moving: { readonly kind: 'drag' | 'hover'; readonly point: Point } | undefined

  const flush = (): void => {
    cancelAnimationFrame(frame)
    frame = 0
    if (moving === undefined) return
    setPointer(moving.point)
    act(moving)
    moving = undefined
  }
  const onDown = (event: PointerEvent): void => {
    if (isOwn(event)) return
    if (event.button !== 0) {
      act({ kind: 'escape' })
      return
    }
    event.preventDefault()
    // A drag goes on outside of the window, too.
    document.documentElement.setPointerCapture(event.pointerId)
    isPressed = true
    setPointer(pointOf(event))
    act({ kind: 'press', point: pointOf(event) })
  }
  const onMove = (event: PointerEvent): void => {
    if (!isPressed && isOwn(event)) return
    moving = { kind: isPressed ? 'drag' : 'hover', point: pointOf(event) }
    if (frame === 0) frame = requestAnimationFrame(flush)
  }
  const onUp = (event: PointerEvent): void => {
    if (!isPressed) return
    isPressed = false
    flush()
    act({ kind: 'release', point: pointOf(event) })
  }

  window.addEventListener('pointerdown', onDown)
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', onUp)
  return () => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointerdown', onDown)
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', onUp)
  }
}

function isOwn({ target }: PointerEvent): boolean {
  return target instanceof Element && target.closest(ownPresses) !== null
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY }
}
