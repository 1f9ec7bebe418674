import { join } from 'node:path'

/** The checkout. */
export const projectFolder = join(import.meta.dirname, '../..')
/** What the bench draws, compiles and writes; not kept in the repository. */
export const outputFolder = join(projectFolder, 'out/bench')
/** Real pictures with their text, where a checkout has them beside it. */
export const realPictures = join(projectFolder, '../shared/samples/ocr')
/** The program that scores predictions on them. */
export const realScorer = join(projectFolder, '../shared/score.mjs')
