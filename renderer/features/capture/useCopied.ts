import { useState } from 'react'

/** Milliseconds that a button says so. */
const saying = 1600

/** Copies a text, and says for a while that it did. */
export function useCopied(): readonly [boolean, (text: string) => void] {
  const [isCopied, setCopied] = useState(false)
  const copy = (text: string): void => {
    const write = async (): Promise<void> => {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), saying)
    }
    void write()
  }
  return [isCopied, copy]
}
