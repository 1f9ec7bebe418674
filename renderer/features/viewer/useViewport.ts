import { type RefObject, useEffect, useEffectEvent } from 'react'
import { handleKey } from './keys.ts'
import { listenToPointer } from './pointer/listen.ts'
import type { Stage } from './stage.ts'

interface Wishes {
  /** Opens the search in the picture. */
  readonly search: () => void
  /** The text that is selected; empty for none. */
  readonly selected: () => string
  /** Puts it on the clipboard. */
  readonly copy: () => void
}

/** All that is heard on the viewport. Natively: a wheel that must not scroll the page cannot be React's. */
export function useViewport(viewport: RefObject<HTMLElement | null>, stage: Stage, wishes: Wishes): void {
  const pressed = useEffectEvent((event: KeyboardEvent, element: HTMLElement): void => {
    if (event.target !== element) return
    const withMod = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : ''
    if (withMod === 'f' && stage.getState().content.page.length > 0) wishes.search()
    else if (withMod === 'c' && wishes.selected() !== '') wishes.copy()
    else if (!handleKey(event, stage)) return
    event.preventDefault()
    event.stopPropagation()
  })
  const copied = useEffectEvent((event: ClipboardEvent, element: HTMLElement): void => {
    // From a menu: nothing of the page itself is selected, so that it does not come to the picture.
    if (document.activeElement !== element || wishes.selected() === '') return
    event.preventDefault()
    wishes.copy()
  })
  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    element.setAttribute('tabindex', '0')
    const ending = new AbortController()
    const { signal } = ending
    element.addEventListener('keydown', (event) => pressed(event, element), { signal })
    document.addEventListener('copy', (event) => copied(event, element), { signal })
    const stop = listenToPointer(element, stage)
    return () => {
      stop()
      ending.abort()
    }
  }, [viewport, stage])
}
