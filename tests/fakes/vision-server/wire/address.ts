import { createHash } from 'node:crypto'

/** What a test asks of a scenario: `;name=value` pairs behind its id. */
export type Parameters = ReadonlyMap<string, string>

/** A request's path, taken apart. */
export interface Address {
  /** The scenario with its parameters as they stood in the path; calls are counted by it. */
  readonly segment: string
  readonly scenario: string
  readonly parameters: Parameters
  /** What follows, for example `/v1/chat/completions`. */
  readonly rest: string
}

/** Undefined when the path does not begin with `/s/<scenario>`. */
export function parseAddress(path: string): Address | undefined {
  const match = /^\/s\/([^/?#]+)([^?#]*)$/.exec(path)
  const [, segment = '', rest = ''] = match ?? []
  const [scenario = '', ...pairs] = segment.split(';')
  if (scenario === '') return undefined
  const parameters = new Map(pairs.map(parsePair))
  return { segment, scenario, parameters, rest }
}

function parsePair(pair: string): [string, string] {
  const [name = '', ...value] = pair.split('=')
  return [name, decodeURIComponent(value.join('='))]
}

/** The path of a base URL, without the host. */
export function basePath(scenario: string, parameters: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `;${name}=${encodeURIComponent(value)}`)
  return `/s/${scenario}${pairs.join('')}/v1`
}

/** The number that a parameter gives; `fallback` when it is missing or not a number. */
export function numberIn(parameters: Parameters, name: string, fallback: number): number {
  const value = Number(parameters.get(name) ?? fallback)
  return Number.isFinite(value) ? value : fallback
}

/** What stands for a key in addresses and in the log. 16 hexadecimal digits of SHA-256. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}
