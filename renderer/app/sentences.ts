import type { Saying } from '../../preload/contract/result.ts'
import type { Sentence, Sentences } from '../locales/sentences.ts'

const known = new Map<string, Sentences>()

/** From now on main's sentences can be said in this language. */
export function learnSentences(language: string, sentences: Sentences): void {
  known.set(language, sentences)
}

/** A sentence of main in a language that was learnt; undefined for all others, such as English. */
export function sentenceOf(saying: Saying, language: string): Sentence | undefined {
  const sentences = known.get(language)
  return sentences && sentenceIn(sentences, saying)
}

/** Undefined for names that a later version has. */
export function sentenceIn(sentences: Sentences, { name, values }: Saying): Sentence | undefined {
  if (!Object.hasOwn(sentences, name)) return undefined
  const sentence: (given: never) => Sentence = sentences[name]
  return sentence(values as never)
}
