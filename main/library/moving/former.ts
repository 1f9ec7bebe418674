import { existsSync } from 'node:fs'
import { rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isClaimed } from '../../store/lock.ts'
import { placesIn } from '../../store/places.ts'
import { onDisk } from '../files.ts'
import { removeLibrary } from './files.ts'
import { lookAtPlace, movingMark } from './place.ts'

/**
 * After a move, once the library has been opened in its new folder: removes what lies in the former one. False when some
 * process still uses that, and it has to wait. Throws `disk`.
 */
export async function removeFormer(folder: string, former: string): Promise<boolean> {
  // The copy is proven, and no half of one any more.
  await onDisk(() => rm(join(folder, movingMark), { force: true }))
  if (lookAtPlace(former, folder) !== 'same' && existsSync(former)) {
    const { use } = placesIn(former)
    if (existsSync(use) && isClaimed(use)) return false
    await removeLibrary(former)
    // Files of others stay, and their folder with them; an empty one that cannot be removed is in nobody's way.
    await rmdir(former).catch(() => undefined)
  }
  return true
}
