import { Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import { type PreferenceGroup, type PreferenceValues, settingNames } from '../../settings/groups.ts'
import { checkPatch, type PreferencePatch } from '../../settings/preferences.ts'
import { presets } from '../../vision/presets.ts'
import type { Addresses } from './addresses.ts'

/** What a window wants to change: values by group and name, nothing of it checked. */
export type WantedChange = Readonly<Partial<Record<PreferenceGroup, Readonly<Record<string, unknown>>>>>

type Providers = PreferenceValues['vision']['providers']

/**
 * The change as it may be written. Throws `usage` for settings that do not exist and values that do not fit, and what
 * `Addresses` throws for addresses of providers.
 */
export async function settleChange(wanted: WantedChange, addresses: Addresses): Promise<PreferencePatch> {
  for (const [group, values] of Object.entries(wanted)) refuseUnknown(group as PreferenceGroup, values)
  const patch = checkPatch(wanted)
  const providers = patch.vision?.providers
  if (providers === undefined) return patch
  return { ...patch, vision: { ...patch.vision, providers: await settleProviders(providers, addresses) } }
}

/** Settings that this version does not know are kept in the file, but a window has none to add. */
function refuseUnknown(group: PreferenceGroup, values: Readonly<Record<string, unknown>>): void {
  const known = settingNames(group)
  if (Object.keys(values).every((name) => known.includes(name))) return
  throw new Failure('usage', 'There is no such setting.', {
    advice: 'Start the app again.',
    saying: saying('settings.unknown')
  })
}

async function settleProviders(providers: Providers, addresses: Addresses): Promise<Providers> {
  const settled: [string, Providers[string]][] = []
  for (const [id, { baseUrl, ...rest }] of Object.entries(providers)) {
    const preset = presets.find((one) => one.id === id)
    // Nobody is asked about a provider that nobody can choose.
    const address = baseUrl === undefined || preset === undefined ? undefined : await addresses.settle(preset, baseUrl)
    settled.push([id, { ...rest, ...(address !== undefined && { baseUrl: address }) }])
  }
  return Object.fromEntries(settled)
}
