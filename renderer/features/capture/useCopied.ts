import { useEffect, useState } from 'react'

/** Milliseconds that a button says so. */
const saying = 1600

/** Copies a text, and says for a while that it did. */
export function useCopied(): readonly [boolean, (text: string) => void] {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return undefined
    const timer = setTimeout(() => setCopied(false), saying)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = (text: string): void => {
    const write = async (): Promise<void> => {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    }
    void write()
  }
  return [isCopied, copy]
}
