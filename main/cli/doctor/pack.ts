import type { Packs } from '../../packs/packs.ts'
import type { Check } from './check.ts'

/** Whether the pack that reads is the one that was chosen, and has every byte. */
export function packCheck(packs: Packs): Check {
  return {
    name: 'Model pack',
    async look() {
      const { manifest, notice } = await packs.active()
      const { sound, files } = await packs.verify(manifest.id)
      const faults = files.filter(({ state }) => state !== 'sound').map(({ name, state }) => `${name} is ${state}`)
      if (!sound)
        return {
          state: 'wrong',
          detail: `${manifest.id}: ${faults.join(', ')}`,
          advice: 'Fetch the pack again, or install Glyphlens anew.'
        }
      if (notice !== undefined) {
        return {
          state: 'warning',
          detail: notice.message,
          advice: 'Fetch it with "glyphlens packs fetch", or choose another with "glyphlens packs use".'
        }
      }
      return { detail: `${manifest.id}, every hash is right` }
    }
  }
}
