import type { Wishes } from '../../vision/analyze/choose.ts'
import { presetOf } from '../../vision/presets.ts'
import type { Session } from '../session.ts'

/** What the parser makes of the options that name an endpoint and a model. */
export interface ProviderOptions {
  readonly baseUrl?: string
  readonly model?: string
  readonly precise?: true
  readonly json?: true
}

/** The same in the terms of the service. */
export function endpointWishes(provider: string | undefined, options: ProviderOptions): Wishes {
  const { json: _json, ...wishes } = options
  return { ...(provider !== undefined && { provider }), ...wishes }
}

/** Whom a command is about: the named provider, else the chosen one. Throws `usage`. */
export function titleFor({ house }: Pick<Session, 'house'>, id: string | undefined): string {
  return presetOf(id ?? house().preferences.get().vision.provider).title
}
