import { parseAppAddress } from './address.ts'
import type { Decision } from './decision.ts'

/** Who asks for a permission. */
export interface PermissionFacts {
  /** Address or origin of the asking frame; undefined when there is no document, for example a service worker. */
  readonly url: string | undefined
  readonly isMainFrame: boolean
}

/** Writing text on a click is all that the page does by itself; everything else goes through the bridge. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** For both handlers of a session, the request and the check. Permissions that are not known yet are denied, too. */
export function decidePermission(permission: string, { url, isMainFrame }: PermissionFacts): Decision {
  const isOurs = url !== undefined && isMainFrame && parseAppAddress(url) !== undefined
  return isOurs && allowed.has(permission) ? 'allow' : 'deny'
}
