import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { installation } from '../../installation.ts'

const box = z.tuple([z.number(), z.number(), z.number(), z.number()])

const cards = z.object({
  words: z.array(z.object({ file: z.string(), word: z.string().regex(/^[A-Z]+$/) })).min(2),
  ladder: z.object({
    file: z.string(),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    /** From the largest to the smallest; `size` is that of the font in pixels. */
    rows: z.array(z.object({ size: z.number().positive(), code: z.string() })).min(1),
    /** x0, y0, x1, y1 in pixels of each coloured square. */
    marks: z.object({ red: box, blue: box })
  })
})
/** The pictures that a model is tested with, and what they show. */
export type Cards = z.infer<typeof cards>
export type Ladder = Cards['ladder']

const folder = (): string => join(installation().assets, 'probe')

export async function readCards(): Promise<Cards> {
  return cards.parse(JSON.parse(await readFile(join(folder(), 'cards.json'), 'utf8')))
}

/** The PNG of a card. */
export function readCard(file: string): Promise<Uint8Array> {
  return readFile(join(folder(), file))
}
