import { type RefObject, useEffect } from 'react'

/** Nearer to the end than this, in pixels, one reads along with what is being written. */
const near = 40

/** Keeps the end of a growing text in sight, for whoever is there; whoever has scrolled up is left where they are. */
export function useStickyEnd(scroller: RefObject<HTMLElement | null>, isGrowing: boolean): void {
  useEffect(() => {
    const element = scroller.current
    if (element === null || !isGrowing) return undefined
    let isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < near
    const scrolled = (): void => {
      isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < near
    }
    const grown = new ResizeObserver(() => {
      if (isAtEnd) element.scrollTop = element.scrollHeight
    })
    for (const child of element.children) grown.observe(child)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      grown.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [scroller, isGrowing])
}
