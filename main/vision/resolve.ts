import { Failure } from '../failure.ts'
import { type Said, saying } from '../saying.ts'
import { parseBaseUrl } from './base-url.ts'
import type { Endpoint } from './endpoint.ts'
import { parseKey } from './key.ts'
import { cleanPasted } from './pasted.ts'
import type { Preset } from './preset.ts'

/** A provider as a person has set it up. */
export interface EndpointChoice {
  readonly preset: Preset
  /** Instead of the preset's own address; blank means the preset's own. */
  readonly baseUrl?: string | undefined
  /** Blank means none. */
  readonly key?: string | undefined
}

/**
 * Checks all of an endpoint that can be checked without a call; notices are sentences for the person. Throws `Failure`
 * with `vision-key-missing`, `vision-key-format` or `vision-address`.
 */
export function resolveEndpoint(choice: EndpointChoice): { endpoint: Endpoint; notices: Said[] } {
  const { preset } = choice
  const address = parseBaseUrl(cleanPasted(choice.baseUrl ?? '') || preset.baseUrl)
  refuseStrayOpenai(address.baseUrl, preset)
  const { key, notices } = parseKey(choice.key ?? '', preset)
  if (key === undefined && preset.key.need === 'required') throw keyMissing(preset)
  return { endpoint: { preset, baseUrl: address.baseUrl, key }, notices: [...address.notices, ...notices] }
}

function keyMissing({ title, key: { page, variable } }: Preset): Failure {
  const where = page === undefined ? 'Ask the provider for one' : `Get one at ${page}`
  const place = variable === undefined ? 'set it' : `set it, for example as ${variable}`
  return new Failure('vision-key-missing', `${title} wants a key, and none is set.`, {
    advice: `${where} and ${place}.`,
    saying: saying('key.none', { provider: title, page: page ?? '' })
  })
}

/** Nobody's key and pictures go to OpenAI, or one of its regions, unless the person chose it. */
function refuseStrayOpenai(baseUrl: string, preset: Preset): void {
  const isOpenai = /(^|\.)api\.openai\.com\.?$/.test(new URL(baseUrl).hostname)
  if (!isOpenai || preset.id === 'openai' || preset.id === 'custom') return
  throw new Failure('vision-address', `The address is OpenAI's, but the provider is ${preset.title}.`, {
    advice: 'Choose OpenAI as the provider, or leave the address empty.',
    saying: saying('address.stray-openai', { provider: preset.title })
  })
}
