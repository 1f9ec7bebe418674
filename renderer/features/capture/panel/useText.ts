import { useEffect, useState } from 'react'
import { bridge } from '../../../app/bridge.ts'

/** The text of an entry as it is shown; undefined until it is there. And a function that keeps the person's version. */
export function useText(entry: number): readonly [string | undefined, (text: string) => void] {
  const [text, setText] = useState<string>()
  useEffect(() => {
    let isThere = true
    const load = async (): Promise<void> => {
      const told = await bridge().library.entry({ id: entry })
      if (isThere && told.ok) setText(told.value.text)
    }
    void load()
    return () => {
      isThere = false
    }
  }, [entry])
  const keep = (edited: string): void => {
    setText(edited)
    void bridge().library.change({ ids: [entry], change: { kind: 'edit', text: edited } })
  }
  return [text, keep]
}
