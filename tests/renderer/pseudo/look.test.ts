import { expect, it } from 'vitest'
import { judgeTexts } from './look.ts'

const text = (words: string, overrun = 0) => ({ text: words, overrun })

it('finds what is neither a text nor data', () => {
  const texts = [
    text('⟦Sávé ··⟧'),
    text('receipt.png'),
    text('Saved'),
    text('⟦Távlé ··⟧ Oct 3'),
    text('12 / 30'),
    text('⟦⟦x⟧: Ctrl⟧'),
    text('⟦x⟧ left')
  ]
  expect(judgeTexts(texts, ['receipt.png'], [/\bOct\b/g]).foreign).toEqual(['Saved', '⟦x⟧ left'])
})

it('knows data in one line that has several', () => {
  expect(judgeTexts([text('First line Second line')], ['First line\nSecond line'], []).foreign).toEqual([])
})

it('finds texts that run out of their place, and leaves data and roundings alone', () => {
  const texts = [text('⟦Sávé ··⟧', 7.6), text('⟦Sávé ··⟧', 1), text('receipt.png', 30)]
  expect(judgeTexts(texts, ['receipt.png'], []).cut).toEqual(['⟦Sávé ··⟧ (8 px)'])
})
