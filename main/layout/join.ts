import { firstOf, isUnspaced, lastOf } from './kinds.ts'

/** Joins two stretches of text of one sentence: a blank between words, none between Han or kana and their like. */
export function joinText(before: string, after: string): string {
  const left = before.trimEnd()
  const right = after.trimStart()
  if (left === '' || right === '') return left + right
  return left + (isUnspaced(lastOf(left)) || isUnspaced(firstOf(right)) ? '' : ' ') + right
}

/** Joins two lines of a paragraph; a word that was broken at the end of the line becomes whole. */
export function joinWrapped(before: string, after: string): string {
  const left = before.trimEnd()
  const right = after.trimStart()
  if (left.endsWith('\u00ad')) return left.slice(0, -1) + right
  if (/\p{Ll}{2}[-\u2010]$/u.test(left) && /^\p{Ll}{2}/u.test(right)) return left.slice(0, -1) + right
  return joinText(left, right)
}
