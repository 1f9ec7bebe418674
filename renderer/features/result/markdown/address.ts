/** An address of an answer in its normal form, such as `https://example.org/`; undefined for what is not of the web. */
export function webAddress(text: string): string | undefined {
  // Blanks and control characters are what hides a scheme from a quick look.
  if (/[\s\p{Cc}]/u.test(text)) return undefined
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
  return url.username === '' && url.password === '' ? url.href : undefined
}
