/** Scheme and host under which the built window and its pictures are served; `senderFrame.origin` reads like this too. */
export const appOrigin = 'app://glyphlens'

/** Pages of the build: the main window, a capture overlay, the panel of a capture. */
export const appPage = `${appOrigin}/index.html`
export const overlayPage = `${appOrigin}/overlay.html`
export const panelPage = `${appOrigin}/panel.html`

/** Longer than any address that the app has to do with. */
const longest = 2048

/**
 * Parses an address only when it is written as a browser writes it: a parser would silently mend blanks, line ends,
 * backslashes and letters of other scripts, and what was checked would not be what was meant. None with a user's name.
 */
export function parseAddress(text: string): URL | undefined {
  if (text.length > longest || !/^[!-[\]-~]+$/.test(text)) return undefined
  const url = URL.parse(text)
  return url === null || url.username !== '' || url.password !== '' ? undefined : url
}

/** An address on the app's own scheme and host, else undefined. */
export function parseAppAddress(text: string): URL | undefined {
  const url = parseAddress(text)
  // Not `origin`: for schemes of one's own Node has the string "null" there.
  return url !== undefined && `${url.protocol}//${url.host}` === appOrigin ? url : undefined
}
