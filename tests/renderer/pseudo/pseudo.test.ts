import { expect, it } from 'vitest'
import { pseudonymise, pseudoText } from './pseudo.ts'

it.each([
  ['', ''],
  ['Save', '⟦Sávé ··⟧'],
  ['{{count}} entries', '⟦{{count}} éntríés ···⟧'],
  ['{{a}}{{b}}', '⟦{{a}}{{b}}⟧']
])('%s becomes %s', (text, expected) => {
  expect(pseudoText(text)).toBe(expected)
})

it('reaches every text of an object', () => {
  const texts = { a: 'x', b: { c: 'y' } }
  pseudonymise(texts)
  expect(texts).toEqual({ a: '⟦x ·⟧', b: { c: '⟦y ·⟧' } })
})
