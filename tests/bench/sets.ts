import { join } from 'node:path'
import { outputFolder } from './folders.ts'
import type { PictureSpec, TruthPicture } from './generate/picture.ts'
import { renderSet } from './generate/render.ts'
import { heldOut } from './generate/sets/held-out.ts'
import { pages } from './generate/sets/pages.ts'
import { tuning } from './generate/sets/tuning.ts'
import type { SetName } from './results.ts'

/** A set whose pictures are drawn on demand. */
export type GeneratedSet = Exclude<SetName, 'samples'>

const specs: Readonly<Record<GeneratedSet, readonly PictureSpec[]>> = { tuning, 'held-out': heldOut, pages }

/** A drawn picture and where it lies. */
export interface SetPicture extends TruthPicture {
  readonly set: GeneratedSet
  readonly file: string
}

/** The pictures of a set, drawn now unless they lie in `out/bench` already. */
export async function picturesOf(set: GeneratedSet): Promise<SetPicture[]> {
  const folder = join(outputFolder, set)
  const pictures = await renderSet(specs[set], folder)
  return pictures.map((picture) => ({ ...picture, set, file: join(folder, `${picture.name}.png`) }))
}
