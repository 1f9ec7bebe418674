import { type FocusEvent, useLayoutEffect, useRef } from 'react'

interface KeptFocus {
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/** When the row that has the focus goes, as after a deletion, `restore` gives it to another one instead of to nobody. */
export function useKeptFocus(restore: () => void): KeptFocus {
  const isInside = useRef(false)
  useLayoutEffect(() => {
    if (isInside.current && document.activeElement === document.body) restore()
  })
  return {
    onFocus: () => {
      isInside.current = true
    },
    // What is taken out of the page leaves as well, but nobody meant that.
    onBlur: ({ target }) => {
      if (target.isConnected) isInside.current = false
    }
  }
}
