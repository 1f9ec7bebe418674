import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Certificates that a client may meet; see certificates/README.md. */
export const certificateKinds = ['good', 'self', 'expired', 'name', 'chain'] as const
export type CertificateKind = (typeof certificateKinds)[number]

export function certificateOf(kind: CertificateKind): { readonly cert: string; readonly key: string } {
  return { cert: readFileSync(pathOf(`${kind}.pem`), 'utf8'), key: readFileSync(pathOf(`${kind}.key.pem`), 'utf8') }
}

/** The authority that makes `good` right: PEM, and its path for `NODE_EXTRA_CA_CERTS`. */
export function testAuthority(): { readonly pem: string; readonly path: string } {
  const path = pathOf('authority.pem')
  return { pem: readFileSync(path, 'utf8'), path }
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../certificates/${name}`, import.meta.url))
}
