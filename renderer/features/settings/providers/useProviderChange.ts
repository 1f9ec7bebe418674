import type { SettingsView } from '../../../../preload/contract/settings.ts'
import { useSettings } from '../../../app/settings.ts'
import { useChange } from '../parts/useChange.ts'

type Own = SettingsView['values']['vision']['providers'][string]

/** Changes what a person has said about one provider. An undefined value goes back to the preset's. */
export function useProviderChange(id: string): (patch: { [K in keyof Own]?: Own[K] | undefined }) => Promise<boolean> {
  const { providers } = useSettings().values.vision
  const change = useChange()
  return async (patch) => {
    const own = Object.entries({ ...providers[id], ...patch }).filter(([, value]) => value !== undefined)
    return await change({ vision: { providers: { ...providers, [id]: Object.fromEntries(own) } } })
  }
}
