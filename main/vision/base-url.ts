import { Failure } from '../failure.ts'
import { type Said, type Saying, say, saying } from '../saying.ts'
import { cleanPasted } from './pasted.ts'
import { presets } from './presets.ts'

/** Longer than any address that a person types. */
const longest = 2000

const advice = 'It begins with http:// or https:// and usually ends with /v1, for example http://localhost:8000/v1.'

/** An address that was checked, and sentences about what is unusual in it. */
export interface ParsedBaseUrl {
  /** As in `Endpoint`. */
  readonly baseUrl: string
  readonly notices: readonly Said[]
}

/**
 * Reads the address of a server as people paste it: with `/chat/completions`, slashes or a query behind it. Throws
 * `vision-address`; no message repeats the text, because it may hold a password or a key.
 */
export function parseBaseUrl(text: string): ParsedBaseUrl {
  const url = parse(cleanPasted(text))
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/chat\/completions\/?$/, '')
    .replace(/\/$/, '')
  return { baseUrl: `${url.origin}${path}`, notices: [...noticesOf(url), ...suggestionsFor(url.host, path)] }
}

function parse(text: string): URL {
  if (text === '') throw refused('The address of the server is missing.', saying('address.missing'))
  if (text.length > longest) throw refused('The address of the server is too long.')
  // A parser would leave tabs and line ends out without a word, and take backslashes for slashes.
  if (/[\s\\\p{Cc}]/u.test(text)) {
    throw refused('The address of the server has blanks or backslashes in it.', saying('address.blanks'))
  }
  const url = /^https?:\/\/[^/]/i.test(text) ? URL.parse(text) : null
  if (url === null) throw refused('This is not the address of a server.')
  if (url.username !== '' || url.password !== '') {
    throw refused(
      'The address of the server has a name or a password in it.',
      saying('address.password'),
      'Leave it out; the key has its own place.'
    )
  }
  return url
}

function refused(message: string, by?: Saying, instead = advice): Failure {
  return new Failure('vision-address', message, { advice: instead, saying: by })
}

function noticesOf(url: URL): Said[] {
  const notices: Said[] = []
  if (url.search !== '' || url.hash !== '') {
    notices.push(say('What stands behind “?” or “#” in the address was left out.', 'address.shortened'))
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    const message = 'The address begins with http://: pictures and the key travel unencrypted, others can read them.'
    notices.push(say(message, 'address.unencrypted'))
  }
  return notices
}

/** Whether a host name can only mean this machine. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}

/** The usual path is known for hosts of presets; an empty path is hardly ever right elsewhere. */
function suggestionsFor(host: string, path: string): Said[] {
  const known = presets.filter(({ baseUrl }) => baseUrl !== '' && new URL(baseUrl).host === host)
  const usual = known.map(({ baseUrl }) => baseUrl)
  if (usual.some((baseUrl) => new URL(baseUrl).pathname === path)) return []
  const [first] = usual
  if (first !== undefined) return [say(`The address there is usually ${first}.`, 'address.usual', { address: first })]
  return path === '' ? [say('Most servers want /v1 at the end of the address.', 'address.without-version')] : []
}
