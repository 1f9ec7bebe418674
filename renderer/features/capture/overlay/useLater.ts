import { useEffect, useState } from 'react'

/** The latest of a text that changes fast, once it has rested: who listens hears one sentence, not twenty. */
export function useLater(text: string, milliseconds: number): string {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return rested
}
