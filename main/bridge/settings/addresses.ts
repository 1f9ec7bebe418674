import { cancelled } from '../../failure.ts'
import type { Preferences } from '../../settings/preferences.ts'
import { isLoopback, parseBaseUrl } from '../../vision/base-url.ts'
import { cleanPasted } from '../../vision/pasted.ts'
import type { Preset } from '../../vision/preset.ts'

export interface AddressPorts {
  readonly preferences: Pick<Preferences, 'get'>
  /**
   * Asks the person, outside of the window, whether pictures and the key of a provider may go to a host. A page that was
   * taken over could otherwise send both wherever it likes.
   */
  readonly confirmHost: (provider: string, host: string) => Promise<boolean>
}

/** Addresses of providers that a window wants to use. */
export interface Addresses {
  /**
   * The address as it may be used; undefined for the provider's own. Throws `vision-address` for what is none, and
   * `cancelled` when the person does not want it.
   */
  readonly settle: (preset: Preset, text: string) => Promise<string | undefined>
}

/** What the person has agreed to holds until the app is quit, so that testing an address and keeping it ask once. */
export function createAddresses({ preferences, confirmHost }: AddressPorts): Addresses {
  const agreed = new Set<string>()
  return {
    settle: async (preset, text) => {
      const pasted = cleanPasted(text)
      if (pasted === '') return undefined
      const { baseUrl } = parseBaseUrl(pasted)
      const { host, hostname } = new URL(baseUrl)
      const known = [preset.baseUrl, preferences.get().vision.providers[preset.id]?.baseUrl]
      const name = `${preset.id} ${host}`
      if (isLoopback(hostname) || agreed.has(name) || known.some((address) => hostOf(address) === host)) return baseUrl
      if (!(await confirmHost(preset.title, host))) throw cancelled()
      agreed.add(name)
      return baseUrl
    }
  }
}

function hostOf(address: string | undefined): string | undefined {
  return address ? URL.parse(address)?.host : undefined
}
