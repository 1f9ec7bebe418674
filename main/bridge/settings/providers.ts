import type { KeyView, ProviderView } from '../../../preload/contract/settings.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { isLoopback } from '../../vision/base-url.ts'
import type { Preset } from '../../vision/preset.ts'

/** Every provider with what the person has changed about it. */
export function providerViews(
  presets: readonly Preset[],
  { provider: preferred, providers }: PreferenceValues['vision'],
  keys: readonly Pick<KeyView, 'provider'>[]
): ProviderView[] {
  return presets.map((preset) => {
    const { id, title, key, models } = preset
    const changed = providers[id]
    const baseUrl = changed?.baseUrl || preset.baseUrl
    return {
      id,
      title,
      baseUrl,
      defaultBaseUrl: preset.baseUrl,
      needsKey: key.need === 'required',
      keyPage: key.page,
      keyPrefix: key.prefix,
      fast: changed?.fast ?? models.fast,
      precise: changed?.precise ?? models.precise,
      isLocal: isLoopback(URL.parse(baseUrl)?.hostname ?? ''),
      inUse: id === preferred || changed !== undefined || keys.some((one) => one.provider === id)
    }
  })
}
