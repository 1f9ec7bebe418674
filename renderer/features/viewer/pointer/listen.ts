import { stopGliding } from '../animate.ts'
import type { Point } from '../geometry/transform.ts'
import { light } from '../highlight.ts'
import type { Stage } from '../stage.ts'
import { createClickCounter } from './clicks.ts'
import { beginDrag, continueDrag, type Drag, endDrag, pinchOf, under } from './drag.ts'
import { roll } from './wheel.ts'

/** Pan, zoom, selection and crop by pointer, wheel and fingers. The answer stops listening. */
export function listenToPointer(element: HTMLElement, stage: Stage): () => void {
  const fingers = new Map<number, Point>()
  const count = createClickCounter()
  let drag: Drag | undefined
  let isSpaceHeld = false

  const placeOf = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }

  const pressed = (event: PointerEvent): void => {
    if (isFloating(event.target) || (event.button !== 0 && event.button !== 1)) return
    const place = placeOf(event)
    stopGliding(stage)
    element.focus({ preventScroll: true })
    event.preventDefault()
    element.setPointerCapture(event.pointerId)
    const isTouch = event.pointerType === 'touch'
    if (isTouch) fingers.set(event.pointerId, place)
    drag =
      pinchOf(fingers.values()) ??
      beginDrag(stage, {
        place,
        isTouch,
        isShiftHeld: event.shiftKey,
        isPanWished: event.button === 1 || isSpaceHeld,
        clicks: count(event.timeStamp, place)
      })
    element.dataset['drag'] = drag.kind
  }

  const moved = (event: PointerEvent): void => {
    const place = placeOf(event)
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, place)
    if (drag !== undefined) {
      drag = continueDrag(stage, drag, place, pinchOf(fingers.values()))
      return
    }
    const target = stage.getState().isCropping || isFloating(event.target) ? undefined : under(stage, place)
    element.dataset['over'] = target?.kind ?? 'nothing'
    light(target)
  }

  const released = (event: PointerEvent): void => {
    fingers.delete(event.pointerId)
    endDrag(stage, drag)
    drag = undefined
    delete element.dataset['drag']
  }

  const rolled = (event: WheelEvent): void => {
    if (isFloating(event.target)) return
    event.preventDefault()
    stopGliding(stage)
    roll(stage, event, placeOf(event))
  }

  const spaced = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || event.target !== element) return
    isSpaceHeld = event.type === 'keydown'
    event.preventDefault()
  }

  const ending = new AbortController()
  const { signal } = ending
  element.addEventListener('pointerdown', pressed, { signal })
  element.addEventListener('pointermove', moved, { signal })
  element.addEventListener('pointerup', released, { signal })
  element.addEventListener('pointercancel', released, { signal })
  element.addEventListener('pointerleave', unlight, { signal })
  // The page must not scroll or zoom instead.
  element.addEventListener('wheel', rolled, { signal, passive: false })
  element.addEventListener('keydown', spaced, { signal })
  element.addEventListener('keyup', spaced, { signal })
  return () => ending.abort()
}

/** Bars that stand over the picture have their own clicks. */
function isFloating(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-floating]') !== null
}

function unlight(): void {
  light(undefined)
}
