import { parseAddress } from './address.ts'

/** What the system's browser may be handed: the address in its normal form, or why not. */
export type ExternalLink =
  | { readonly decision: 'allow'; readonly url: string }
  | { readonly decision: 'deny'; readonly why: 'not-an-address' | 'not-https' | 'unknown-host' }

/** The part of a provider's preset that matters here. */
interface WithKeyPage {
  readonly key: { readonly page?: string | undefined }
}

/** The hosts of the pages where people get their keys: the only ones that the app ever opens in a browser. */
export function externalHosts(presets: readonly WithKeyPage[]): ReadonlySet<string> {
  const pages = presets.flatMap(({ key: { page } }) => (page === undefined ? [] : [page]))
  return new Set(pages.map((page) => new URL(page).host))
}

/** Whether an address may be opened outside of the app. Hosts are compared whole: no subdomains, no ports. */
export function decideExternalLink(url: string, hosts: ReadonlySet<string>): ExternalLink {
  const parsed = parseAddress(url)
  if (parsed === undefined) return { decision: 'deny', why: 'not-an-address' }
  if (parsed.protocol !== 'https:') return { decision: 'deny', why: 'not-https' }
  if (!hosts.has(parsed.host)) return { decision: 'deny', why: 'unknown-host' }
  return { decision: 'allow', url: parsed.href }
}
