import type { DialectName } from './dialects/index.ts'
import type { CertificateKind } from './listeners/certificates.ts'
import type { Ports } from './listeners/start.ts'
import { scenarioNamed } from './scenarios/index.ts'
import { basePath, hashKey } from './wire/address.ts'

/** What to ask of a scenario. All other names are parameters of the scenario itself, for example `ms` or `times`. */
export interface UrlOptions {
  /** Which provider it speaks like; ModelScope when missing. */
  readonly as?: DialectName
  /** The key that is right here. The address holds its hash only. */
  readonly key?: string
  readonly [parameter: string]: string | number | undefined
}

/** `plain`: the port speaks no TLS at all. `http`: an http address of a port that speaks TLS. */
export type TlsKind = CertificateKind | 'plain' | 'http'

export interface BaseUrls {
  /**
   * Throws when there is no such scenario. Also for the names of faults of the way: `dns`, `refused`, `tls-<kind>`, and
   * `proxy-<kind>`, which is an address for clients that go through such a proxy.
   */
  readonly url: (scenario: string, options?: UrlOptions) => string
  readonly tls: (kind: TlsKind, scenario?: string, options?: UrlOptions) => string
}

/** Builds base URLs, without a final slash. */
export function createBaseUrls(ports: Ports): BaseUrls {
  const tls: BaseUrls['tls'] = (kind, scenario = 'ok', options = {}) => {
    const path = pathOf(scenario, options)
    if (kind === 'plain') return `https://127.0.0.1:${ports.plain}${path}`
    if (kind === 'http') return `http://127.0.0.1:${ports.tls.good}${path}`
    return `https://127.0.0.1:${ports.tls[kind]}${path}`
  }
  return {
    tls,
    url: (scenario, options = {}) => {
      const path = pathOf(scenario, options)
      // `.invalid` never resolves: RFC 2606.
      if (scenario === 'dns') return `http://vision.invalid${path}`
      if (scenario === 'refused') return `http://127.0.0.1:${ports.closed}${path}`
      const kind = /^tls-(.+)$/.exec(scenario)?.[1]
      if (kind !== undefined) return tls(kind as TlsKind, 'ok', options)
      if (scenario.startsWith('proxy-')) return tls('good', 'ok', options)
      if (scenarioNamed(scenario) === undefined) throw new Error(`there is no scenario ${scenario}`)
      return `http://127.0.0.1:${ports.plain}${path}`
    }
  }
}

function pathOf(scenario: string, { key, ...parameters }: UrlOptions): string {
  const path: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) path[name] = value
  }
  if (key !== undefined) path['key'] = key === 'any' ? key : hashKey(key)
  return basePath(scenario, path)
}
