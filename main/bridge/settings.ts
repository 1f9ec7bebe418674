import type { Handlers } from '../../preload/contract/contract.ts'
import type { HotkeyView, PackView, SettingsEvent, SettingsView } from '../../preload/contract/settings.ts'
import type { PreferenceGroup, PreferenceValues } from '../settings/groups.ts'
import type { Preferences } from '../settings/preferences.ts'
import { presets } from '../vision/presets.ts'
import type { Addresses } from './settings/addresses.ts'
import { settleChange } from './settings/change.ts'
import type { KeyDesk } from './settings/keys.ts'
import { providerViews } from './settings/providers.ts'

export interface SettingsPorts {
  readonly preferences: Pick<Preferences, 'get' | 'set'>
  readonly keys: KeyDesk
  readonly addresses: Addresses
  /** As they are registered now. */
  readonly hotkeys: () => readonly HotkeyView[]
  readonly packs: () => Promise<readonly PackView[]>
  /**
   * Settings of these groups have changed and are written: registers hotkeys anew, changes the theme, the language, the start
   * at login. The window is answered when it is done.
   */
  readonly applied: (groups: ReadonlySet<PreferenceGroup>, values: PreferenceValues) => void | Promise<void>
  readonly emit: (event: SettingsEvent) => void
}

/** What the window sees and changes of the settings; keys it can only hand in. */
export function createSettingsHandlers(ports: SettingsPorts): Handlers['settings'] {
  const { preferences, keys, addresses, emit } = ports

  const view = async (): Promise<SettingsView> => {
    const values = preferences.get()
    const known = keys.views()
    return {
      values,
      hotkeys: ports.hotkeys(),
      keys: known,
      providers: providerViews(presets, values.vision, known),
      packs: await ports.packs(),
      acceptance: keys.acceptance()
    }
  }

  return {
    read: view,
    change: async (wanted) => {
      const patch = await settleChange(wanted, addresses)
      await preferences.set(patch)
      try {
        await ports.applied(new Set(Object.keys(patch) as PreferenceGroup[]), preferences.get())
      } finally {
        emit({ kind: 'changed' })
      }
      return await view()
    },
    key: async (wish) => {
      const outcome = await keys.act(wish)
      if (wish.action !== 'look') emit({ kind: 'changed' })
      return outcome
    }
  }
}
