import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder, realPictures } from '../folders.ts'

/** Photos of streets and scans of receipts: measured, but no screens, for which the bars are set. */
const photos = /^(icdar15|sroie)-/

export interface BenchPicture {
  readonly name: string
  readonly file: string
  readonly isPhoto: boolean
}

/** The real pictures beside the checkout; drawn ones of the tests where they are missing. */
export function pictures(): BenchPicture[] {
  const real = join(realPictures, 'images')
  const folder = existsSync(real) ? real : join(projectFolder, 'tests/fixtures/reading')
  return readdirSync(folder)
    .filter((name) => /\.(png|jpe?g)$/i.test(name))
    .toSorted()
    .map((name) => ({ name, file: join(folder, name), isPhoto: photos.test(name) }))
}
