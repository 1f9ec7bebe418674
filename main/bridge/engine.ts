import type { Handlers } from '../../preload/contract/contract.ts'
import type { PackShelf } from './engine/pack-shelf.ts'

/** What the window does with model packs. */
export function createEngineHandlers(shelf: PackShelf): Handlers['engine'] {
  return {
    pack: async ({ id, action }) => {
      await shelf[action](id)
      return await shelf.views()
    }
  }
}
