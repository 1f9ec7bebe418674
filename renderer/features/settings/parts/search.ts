import { createContext, useContext } from 'react'

/** Words that settings are looked for by; empty shows the chosen section as it is. */
export const SearchWords = createContext('')

/** Whether a setting with these texts is to be shown. */
export function useIsFound(texts: readonly (string | undefined)[]): boolean {
  return isFound(useContext(SearchWords), texts)
}

/** Each word must be part of one of the texts, in any case. */
export function isFound(words: string, texts: readonly (string | undefined)[]): boolean {
  const text = texts.join('\n').toLocaleLowerCase()
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
