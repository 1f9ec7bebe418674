import { decideExternalLink } from './external-link.ts'

/** The answer to `window.open`: never a window of the app; perhaps an address for the system's browser. */
export interface WindowOpen {
  readonly action: 'deny'
  readonly external: string | undefined
}

/** What becomes of a page's wish for a new window. `hosts` as for `decideExternalLink`. */
export function decideWindowOpen(url: string, hosts: ReadonlySet<string>): WindowOpen {
  const link = decideExternalLink(url, hosts)
  return { action: 'deny', external: link.decision === 'allow' ? link.url : undefined }
}
