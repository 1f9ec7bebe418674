import { appPage, parseAppAddress } from './address.ts'
import type { Decision } from './decision.ts'

/**
 * Whether a frame may go to an address, also by a redirect. A window shows one page for all its life and may only load
 * that one anew: any other page would inherit the bridge.
 */
export function decideNavigation(url: string, page: string = appPage): Decision {
  const target = parseAppAddress(url)
  const home = parseAppAddress(page)
  if (target === undefined || home === undefined) return 'deny'
  return target.pathname === home.pathname && target.search === home.search ? 'allow' : 'deny'
}
