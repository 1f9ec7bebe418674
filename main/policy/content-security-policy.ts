/** Base64 of at least 16 bytes: what CSP Level 3 asks for (https://www.w3.org/TR/CSP3/#security-nonces). */
const nonceForm = /^[A-Za-z0-9+/_-]{22,}={0,2}$/

/**
 * The value of the `Content-Security-Policy` header for a page that is served once. `nonce` is new for each load and marks
 * the styles that components make at run time; scripts have none, they come as files only. Throws TypeError for a nonce that
 * is too short or could end its directive.
 */
export function contentSecurityPolicy(nonce: string): string {
  if (!nonceForm.test(nonce)) throw new TypeError('a nonce is base64 of at least 16 bytes')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}
