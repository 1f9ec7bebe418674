import { useEffect } from 'react'
import { act } from '../act.ts'
import { actOfKey } from './keys.ts'

/**
 * Tells main what keys do. Beside a bar only Escape is the overlay's; the others are those of its buttons and its box. `onKey`
 * has to stay the same function.
 */
export function useKeys(hasBar: boolean, onKey: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // The keys of an input method are its own.
      if (event.isComposing) return
      const wanted = actOfKey(event)
      if (wanted === undefined || (hasBar && wanted.kind !== 'escape')) return
      event.preventDefault()
      onKey()
      act(wanted)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [hasBar, onKey])
}
