import { protocol, type Session } from 'electron'
import { appOrigin } from '../policy/address.ts'

const scheme = new URL(appOrigin).protocol.replace(':', '')

/** Makes the app's scheme one like https to Chromium. Before `ready`, once. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // Never `bypassCSP`, and no service workers: a page is what main serves now.
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } }
  ])
}

/** Answers what the windows of a session ask for on the app's scheme. */
export function serveScheme(session: Session, handler: (request: Request) => Promise<Response>): void {
  session.protocol.handle(scheme, handler)
}
