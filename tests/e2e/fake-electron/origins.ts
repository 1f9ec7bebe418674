/**
 * Chromium knows no scheme of an app's own, so `app://glyphlens/…` is shown to it as `https://glyphlens.app.test/…`: a secure
 * origin, and a domain that never leads anywhere.
 */
const asWeb = /^([a-z][a-z0-9+-]*):\/\/([a-z0-9-]+)(?=[/?#]|$)/
const asApp = /^https:\/\/([a-z0-9-]+)\.([a-z][a-z0-9+-]*)\.test(?=[/?#]|$)/

/** Schemes of the web and of the system stay as they are. */
const foreign: ReadonlySet<string> = new Set([
  'http',
  'https',
  'file',
  'ws',
  'wss',
  'ftp',
  'devtools',
  'chrome',
  'blob',
  'data'
])

/** The address under which Chromium gets a page of the app; any other address as it is. */
export function toWeb(address: string): string {
  return address.replace(asWeb, (whole, scheme: string, host: string) =>
    foreign.has(scheme) ? whole : `https://${host}.${scheme}.test`
  )
}

/** The address that main knows; also behind `blob:`. */
export function toApp(address: string): string {
  if (address.startsWith('blob:')) return `blob:${toApp(address.slice('blob:'.length))}`
  return address.replace(asApp, '$2://$1')
}
