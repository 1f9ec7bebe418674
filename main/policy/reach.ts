import { overlayPage, panelPage, parseAppAddress } from './address.ts'
import type { Decision } from './decision.ts'

/** What pages beside the main window need; whatever else they ask for is none of theirs. */
const reaches: ReadonlyMap<string, readonly string[]> = new Map([
  [overlayPage, ['app.open', 'capture.act', 'capture.scene']],
  [panelPage, ['app.open', 'capture.act', 'capture.scene', 'library.change', 'library.entry']]
])

/**
 * Whether the page at an address of the app may ask on a channel. The main window may on all; overlays and panels, which show what
 * was on the screen a moment ago, on few.
 */
export function decideReach(url: string, channel: string): Decision {
  const address = parseAppAddress(url)
  if (address === undefined) return 'deny'
  const reach = reaches.get(`${address.protocol}//${address.host}${address.pathname}`)
  return reach === undefined || reach.includes(channel) ? 'allow' : 'deny'
}
