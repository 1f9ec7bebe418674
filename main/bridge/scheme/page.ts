import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { contentSecurityPolicy } from '../../policy/content-security-policy.ts'
import { keeping, type Served } from './served.ts'

/** What the built pages have where the nonce of a load goes. */
const placeholder = '__CSP_NONCE__'

/** A page for one load: its nonce stands in it and in the header that allows what it marks. */
export async function pageForOneLoad(path: string, nonce = randomBytes(24).toString('base64')) {
  const text = await readFile(path, 'utf8')
  const served: Served = {
    type: 'text/html; charset=utf-8',
    bytes: Buffer.from(text.replaceAll(placeholder, nonce))
  }
  return {
    served,
    headers: {
      'content-security-policy': contentSecurityPolicy(nonce),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': keeping.notAtAll
    }
  }
}
