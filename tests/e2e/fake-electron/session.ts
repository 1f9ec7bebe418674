import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { HeldSession } from './held.ts'
import { toApp, toWeb } from './origins.ts'
import type { FrameFacts, PageAnswer, PageRequest } from './protocol.ts'
import { staging } from './runtime.ts'

const privileged = new Set<string>()
let isSealed = false
/** Schemes can be registered until then. */
export function sealSchemes(): void {
  isSealed = true
}

/** Throws unless the address lies on a scheme that is registered as standard and secure. */
export function checkScheme(url: string): void {
  const scheme = new URL(url).protocol.slice(0, -1)
  if (!privileged.has(scheme)) throw new Error(`Not a standard, secure scheme: ${url}`)
}

type Handle = (request: Request) => Response | Promise<Response>

class Protocol implements Pick<Electron.Protocol, 'unhandle' | 'isProtocolHandled' | 'handle'> {
  readonly #handlers = new Map<string, Handle>()

  handle(scheme: string, handler: Handle): void {
    if (this.#handlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`)
    this.#handlers.set(scheme, handler)
  }
  unhandle(scheme: string): void {
    this.#handlers.delete(scheme)
  }
  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }
  handlerOf(scheme: string): Handle | undefined {
    return this.#handlers.get(scheme)
  }
}

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void
) => void
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  answer: (response: Electron.HeadersReceivedResponse) => void
) => void

class WebRequest {
  before: BeforeRequest | undefined
  received: HeadersReceived | undefined

  onBeforeRequest(filter: Electron.WebRequestFilter, listener: BeforeRequest | null): void
  onBeforeRequest(listener: BeforeRequest | null): void
  onBeforeRequest(first: Electron.WebRequestFilter | BeforeRequest | null, second?: BeforeRequest | null): void {
    this.before = chosen(first, second)
  }
  onHeadersReceived(filter: Electron.WebRequestFilter, listener: HeadersReceived | null): void
  onHeadersReceived(listener: HeadersReceived | null): void
  onHeadersReceived(first: Electron.WebRequestFilter | HeadersReceived | null, second?: HeadersReceived | null): void {
    this.received = chosen(first, second)
  }
}

/** Filters other than all addresses are not played. */
function chosen<Listener>(
  first: Electron.WebRequestFilter | Listener | null,
  second?: Listener | null
): Listener | undefined {
  const isFilter = typeof first === 'object' && first !== null
  if (!isFilter) return first ?? undefined
  const { urls } = first as Electron.WebRequestFilter
  if (!urls.some((url) => url === '<all_urls>' || url === '*://*/*'))
    throw new Error(`Not played: filter ${urls.join(' ')}`)
  return second ?? undefined
}

type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>

/** A session: the schemes, requests and permissions of the windows of one partition. */
export class Session extends EventEmitter implements HeldSession {
  readonly protocol = new Protocol()
  readonly webRequest = new WebRequest()
  readonly partition: string
  #check: CheckHandler | null = null
  #request: RequestHandler | null = null

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler
  }
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setUSBProtectedClassesHandler(): void {}
  setBluetoothPairingHandler(): void {}
  setCertificateVerifyProc(): void {}
  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}
  setUserAgent(): void {}
  setSSLConfig(): void {}
  setDownloadPath(): void {}
  flushStorageData(): void {}
  async clearStorageData(): Promise<void> {}
  async clearCache(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  async closeAllConnections(): Promise<void> {}
  async setProxy(): Promise<void> {}
  async forceReloadProxyConfig(): Promise<void> {}
  async resolveProxy(): Promise<string> {
    return 'DIRECT'
  }
  isPersistent(): boolean {
    return this.partition.startsWith('persist:')
  }
  getStoragePath(): string | null {
    return this.storagePath
  }
  get storagePath(): string | null {
    return this.isPersistent() ? `${staging.home}/${this.partition.slice('persist:'.length)}` : null
  }
  /** The network is the real one: what the app sends goes to loopback servers of tests. */
  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    if (staging.isOffline === true) return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'))
    return fetch(input, init)
  }

  /** Whether a page may do something; Electron asks the check first, then the request. */
  allows(contents: unknown, permission: string, { url, isTop }: FrameFacts): boolean {
    const address = toApp(url)
    const origin = address.replace(/^([a-z-]+:\/\/[^/]*).*/, '$1')
    const asked = contents as Electron.WebContents
    const details = { isMainFrame: isTop, requestingUrl: address }
    const name = permission as Parameters<CheckHandler>[1]
    // Electron allows whatever nobody decides.
    const isChecked = this.#check === null || this.#check(asked, name, origin, details)
    if (!isChecked || this.#request === null) return isChecked
    let isGranted = false
    const grant = (answer: boolean): void => void (isGranted = answer)
    this.#request(asked, name, grant, details)
    return isGranted
  }

  /** What a page gets. Addresses of the answer that main knows become those that Chromium knows. */
  async serve({ url, method, headers, kind }: PageRequest): Promise<PageAnswer> {
    const address = toApp(url)
    if (!(await this.#passes(address, method, kind))) return { kind: 'refused' }
    const handler = this.protocol.handlerOf(new URL(address).protocol.slice(0, -1))
    if (handler === undefined) return { kind: 'stray' }
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, toApp(value)]))
    const response = await handler(new Request(address, { method, headers: given }))
    const body = method === 'HEAD' ? new Uint8Array() : new Uint8Array(await response.arrayBuffer())
    const answered = await this.#received(address, method, response)
    return { kind: 'answered', status: response.status, headers: answered, body }
  }

  #passes(url: string, method: string, resourceType: PageRequest['kind']): Promise<boolean> {
    const { before } = this.webRequest
    if (before === undefined) return Promise.resolve(true)
    const details = { id: 0, url, method, resourceType, referrer: '', timestamp: Date.now() }
    return new Promise((answer) => {
      before(details as unknown as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => answer(cancel !== true))
    })
  }

  async #received(url: string, method: string, response: Response): Promise<Record<string, string>> {
    const headers = Object.fromEntries(response.headers)
    const { received } = this.webRequest
    const changed =
      received === undefined
        ? headers
        : await new Promise<Record<string, string>>((answer) => {
            const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
            const details = { id: 0, url, method, statusCode: response.status, responseHeaders: lists }
            received(details as unknown as Electron.OnHeadersReceivedListenerDetails, ({ responseHeaders }) =>
              answer(
                Object.fromEntries(
                  Object.entries(responseHeaders ?? lists).map(([name, value]) => [name, String(value)])
                )
              )
            )
          })
    return Object.fromEntries(
      Object.entries(changed).map(([name, value]) => [name, value.split(' ').map(toWeb).join(' ')])
    )
  }
}

const sessions = new Map<string, Session>()

function fromPartition(partition: string): Session {
  const known = sessions.get(partition) ?? new Session(partition)
  sessions.set(partition, known)
  return known
}

export const session = { fromPartition, defaultSession: fromPartition('') } satisfies Record<
  keyof Pick<typeof Electron.session, 'fromPartition' | 'defaultSession'>,
  unknown
>

/** Of the default session, as Electron has it. */
export const protocol = Object.assign(session.defaultSession.protocol, {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (isSealed) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP === true) throw new Error(`The scheme ${scheme} would bypass the policy of its content`)
      if (privileges?.standard === true && privileges.secure === true) privileged.add(scheme)
    }
  }
})
