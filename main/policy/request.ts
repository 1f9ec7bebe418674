import { parseAddress, parseAppAddress } from './address.ts'
import type { Decision } from './decision.ts'

/**
 * Whether the window's session may ask for an address. It has no network: a script that got into the page could send
 * nothing away. Only for that session; the one that speaks with providers is another.
 */
export function decideRequest(url: string): Decision {
  if (parseAppAddress(url) !== undefined) return 'allow'
  const parsed = parseAddress(url)
  if (parsed?.protocol === 'blob:') return parseAppAddress(parsed.pathname) === undefined ? 'deny' : 'allow'
  // There are none in a release, where the preferences of every window switch them off.
  return parsed?.protocol === 'devtools:' ? 'allow' : 'deny'
}
