import { useEffect, useState } from 'react'

/** So many parts are shown with the first picture of the page. */
const first = 8

/** How many of `count` parts may be shown by now: a few more with each turn of the page, which can act between them. */
export function useGradually(count: number): number {
  const [ready, setReady] = useState(first)
  useEffect(() => {
    if (ready >= count) return undefined
    const timer = setTimeout(() => setReady((former) => former + 2))
    return () => clearTimeout(timer)
  }, [ready, count])
  return Math.min(ready, count)
}
