import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { orderLines } from '../../../main/layout/layout.ts'
import { boxQuad, makeLine, readingFrom } from './page.ts'

/**
 * Rendered windows and pages, one of each kind: lines in the order of the page's source, boxes as a detector finds
 * them, and the rulings found in the picture.
 */
const pages = z
  .array(
    z.object({
      name: z.string(),
      width: z.number(),
      height: z.number(),
      rulings: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
      lines: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()]))
    })
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/layouts/pages.json'), 'utf8')))

/** What is known to go wrong, as the share of characters out of place that is left. Numbers here may only fall. */
const known: Record<string, number> = {
  booking: 0.4,
  dashboard: 0.1,
  footer: 0.15,
  invoice: 0.15,
  phone: 0.08,
  wiki: 0.1
}

/** The share of the characters that stand outside the longest part that is in order. */
function outOfPlace(order: readonly number[], weights: readonly number[]): number {
  const best: number[] = []
  for (const [place, rank] of order.entries()) {
    const before = best.filter((_, other) => (order[other] ?? 0) < rank)
    best[place] = Math.max(0, ...before) + (weights[rank] ?? 0)
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return 1 - Math.max(...best) / total
}

describe('pages as they are rendered', () => {
  test.each(pages)('$name', ({ name, lines, rulings }) => {
    const placed = lines.map(([text, x0, y0, x1, y1]) => makeLine(text, boxQuad(x0, y0, x1, y1)))
    const ruled = rulings.map(([x0, y0, x1, y1]) => ({ x0, y0, x1, y1 }))
    const ordered = orderLines(readingFrom(placed.toReversed(), ruled))
    expect(ordered).toHaveLength(placed.length)
    const order = ordered.map((line) => placed.indexOf(line))
    const weights = placed.map((line) => line.text.length)
    expect(outOfPlace(order, weights)).toBeLessThanOrEqual(known[name] ?? 0.02)
  })
})
