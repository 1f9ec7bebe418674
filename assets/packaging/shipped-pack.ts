import { join } from 'node:path'

/** The pack that releases bring along besides the embedded one. */
export const shippedPack = 'ppocr-v6-small'

/** Where it is fetched to. */
export function shippedPacksFolder(root: string): string {
  return join(root, 'out/packs')
}
