import { parseAddress } from './address.ts'
import { localPath } from './local-path.ts'

/** All that the outside can ask of the app. */
export type Intent =
  | { readonly kind: 'show' }
  | { readonly kind: 'capture' }
  | { readonly kind: 'capture-again' }
  /** Absolute local paths, not looked at yet; `refused` counts what was no such path. */
  | { readonly kind: 'open'; readonly paths: readonly string[]; readonly refused: number }
  /** `entry` is the uid of one, undefined for the library as a whole. */
  | { readonly kind: 'library'; readonly entry: string | undefined }

/** Where an intent comes from. */
export type Call =
  /** Arguments without the program; `folder` is the working folder. */
  | { readonly kind: 'arguments'; readonly words: readonly string[]; readonly folder: string }
  /** What a second instance has sent along: anybody can send anything. Meant to be `{ words, folder }`. */
  | { readonly kind: 'second-instance'; readonly data: unknown }
  /** A link as the system hands it over. */
  | { readonly kind: 'link'; readonly url: string }

/** More arguments than any selection in a file browser makes. */
const mostWords = 1000

const isLink = /^glyphlens:/i
const isAddress = /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i
/** As the library makes them: version 7 of RFC 9562. */
const uid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What a call means; whatever is not understood shows the window and does nothing else. */
export function parseIntent(call: Call, platform: NodeJS.Platform): Intent {
  if (call.kind === 'link') return parseLink(call.url)
  const { words, folder } = call.kind === 'arguments' ? call : parseData(call.data)
  return parseWords(words.slice(0, mostWords), folder, platform)
}

function parseLink(url: string): Intent {
  const { protocol, host, pathname, search, hash } = parseAddress(url) ?? {}
  const entry = pathname?.replace(/^\//, '').replace(/\/$/, '')
  if (protocol !== 'glyphlens:' || host !== 'library' || search !== '' || hash !== '') return { kind: 'show' }
  if (entry === '' || entry === undefined) return { kind: 'library', entry: undefined }
  return uid.test(entry) ? { kind: 'library', entry } : { kind: 'show' }
}

function parseWords(words: readonly string[], folder: string, platform: NodeJS.Platform): Intent {
  // A web page can write a link that a careless system splits into several arguments: beside a link nothing else counts.
  const link = words.find((word) => isLink.test(word))
  if (link !== undefined) return parseLink(link)
  const end = words.includes('--') ? words.indexOf('--') : words.length
  // Chromium adds switches of its own, which mean nothing here.
  const [switches, names] = divide(words.slice(0, end), (word) => word.startsWith('-'))
  if (switches.includes('--capture-again')) return { kind: 'capture-again' }
  if (switches.includes('--capture')) return { kind: 'capture' }
  const wanted = [...names, ...words.slice(end + 1)]
  const found = wanted.map((word) => (isAddress.test(word) ? undefined : localPath(word, folder, platform)))
  const paths = [...new Set(found.filter((path) => path !== undefined))]
  const refused = found.filter((path) => path === undefined).length
  return wanted.length === 0 ? { kind: 'show' } : { kind: 'open', paths, refused }
}

function divide(words: readonly string[], test: (word: string) => boolean): [string[], string[]] {
  return [words.filter(test), words.filter((word) => !test(word))]
}

function parseData(data: unknown): { readonly words: readonly string[]; readonly folder: string } {
  const nothing = { words: [], folder: '' }
  if (typeof data !== 'object' || data === null || !('words' in data) || !('folder' in data)) return nothing
  const { words, folder } = data
  if (!Array.isArray(words) || typeof folder !== 'string') return nothing
  return words.every((word) => typeof word === 'string') ? { words, folder } : nothing
}
