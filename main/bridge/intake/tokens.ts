import { randomBytes } from 'node:crypto'
import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'

/** Names that mean something to main alone: the page is given a token, never a path. */
export interface Tokens<T> {
  /** 32 hex digits that nobody can guess. */
  readonly add: (meaning: T) => string
  /** Throws `picture-missing` for a token that was never given, or so long ago that it is forgotten. */
  readonly get: (token: string) => T
}

/** Remembers the latest `most` of them. */
export function createTokens<T>(most: number): Tokens<T> {
  const meanings = new Map<string, T>()
  return {
    add: (meaning) => {
      const token = randomBytes(16).toString('hex')
      meanings.set(token, meaning)
      const oldest = meanings.keys().next().value
      if (meanings.size > most && oldest !== undefined) meanings.delete(oldest)
      return token
    },
    get: (token) => {
      const meaning = meanings.get(token)
      if (meaning !== undefined) return meaning
      throw new Failure('picture-missing', 'What was added here is not known any more.', {
        advice: 'Add it once more.',
        saying: saying('picture.forgotten')
      })
    }
  }
}
