import { Failure } from '../../failure.ts'
import type { Said } from '../../saying.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { parseBaseUrl } from '../../vision/base-url.ts'
import { presetOf } from '../../vision/presets.ts'
import type { Session } from '../session.ts'

/** What the parser makes of the options of `providers use`. */
export interface UseOptions {
  readonly baseUrl?: string
  readonly fast?: string
  readonly precise?: string
  readonly concurrency?: number
}

type ProviderSettings = PreferenceValues['vision']['providers'][string]

/** Keeps the choice of a provider and what is changed about it. Throws `usage`, `vision-address` and `disk`. */
export async function useProvider({ house, terminal }: Session, name: string, options: UseOptions): Promise<void> {
  const { id, title, baseUrl: ownAddress, key } = presetOf(name)
  const { preferences, keys } = house()
  const { providers } = preferences.get().vision
  const { settings, notices } = changed(providers[id] ?? {}, options)
  if (ownAddress === '' && settings.baseUrl === undefined) {
    throw new Failure('usage', `${title} has no address of its own.`, { advice: 'Give it with --base-url.' })
  }
  await preferences.set({ vision: { provider: id, providers: { ...providers, [id]: settings } } })
  terminal.say(`${title} is asked from now on.`)
  for (const { message } of notices) terminal.say(`${terminal.paint('yellow', 'glyphlens:')} ${message}`)
  if (key.need === 'required' && keys.find({ id, variable: key.variable }) === undefined) {
    terminal.say(`  It wants a key${key.page ? `, from ${key.page}` : ''}: see "glyphlens keys --help".`)
  }
}

function changed(
  former: ProviderSettings,
  { baseUrl, ...others }: UseOptions
): { readonly settings: ProviderSettings; readonly notices: readonly Said[] } {
  if (baseUrl === undefined) return { settings: { ...former, ...others }, notices: [] }
  const { baseUrl: _former, ...rest } = former
  if (baseUrl.trim() === '') return { settings: { ...rest, ...others }, notices: [] }
  const address = parseBaseUrl(baseUrl)
  return { settings: { ...rest, ...others, baseUrl: address.baseUrl }, notices: address.notices }
}
