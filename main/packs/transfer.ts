import { type FileHandle, open } from 'node:fs/promises'
import { Failure } from '../failure.ts'
import { onDisk } from './disk.ts'
import { fetchFollowing, type PackFetch, RedirectError } from './redirects.ts'

export interface TransferTimes {
  /** Milliseconds until the answer begins. */
  readonly firstByte: number
  /** Milliseconds without a byte after which a connection counts as dead. */
  readonly idle: number
}

export interface Transfer {
  readonly url: string
  /** The file that is written; what it holds already is kept and continued. */
  readonly path: string
  /** Size of the whole file. */
  readonly bytes: number
  readonly fetch: PackFetch
  readonly times: TransferTimes
  readonly signal: AbortSignal
  /** Bytes of the file that are on disk. */
  readonly onBytes: (bytes: number) => void
}

/** Why one request did not bring the rest of the file. */
export class TransferError extends Error {
  override readonly name = 'TransferError'
  /** The same address would fail again: this mirror does not have the file. */
  readonly lasting: boolean
  /** Milliseconds that the server asked to wait. */
  readonly retryAfter: number | undefined

  constructor(message: string, options: { lasting?: boolean; retryAfter?: number | undefined; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.lasting = options.lasting ?? false
    this.retryAfter = options.retryAfter
  }
}

/**
 * Makes one request for what is missing of a file and writes it. Returns when the file has its full size; the caller
 * checks the hash. Throws `TransferError`, a `disk` failure, or whatever the signal was aborted with.
 */
export async function transfer(options: Transfer): Promise<void> {
  await using handle = await onDisk(options.path, () => openForWriting(options.path))
  const { size } = await onDisk(options.path, () => handle.stat())
  let start = size
  if (start > options.bytes) start = await restart(handle, options)
  if (start < options.bytes) await request(handle, start, options)
  await onDisk(options.path, () => handle.sync())
}

/** Creates the file when it is missing and keeps its content when it is there. */
async function openForWriting(path: string): Promise<FileHandle> {
  const created = await open(path, 'a')
  await created.close()
  return await open(path, 'r+')
}

async function request(handle: FileHandle, have: number, options: Transfer): Promise<void> {
  const clock = new Deadline(options.times.firstByte)
  const signal = AbortSignal.any([options.signal, clock.signal])
  try {
    // Without `identity` a server may compress, and neither sizes nor ranges would be those of the file.
    const headers = { 'accept-encoding': 'identity', ...(have > 0 && { range: `bytes=${have}-` }) }
    const response = await fetchFollowing(options.fetch, options.url, headers, signal)
    clock.extend(options.times.idle)
    try {
      const start = await judge(response, handle, have, options)
      await writeBody(response, handle, start, options, clock)
    } finally {
      if (!response.bodyUsed) await response.body?.cancel()
    }
  } catch (cause) {
    options.signal.throwIfAborted()
    throw asTransferError(cause, clock)
  } finally {
    clock.stop()
  }
}

/** Decides from status and headers where the body belongs: at byte 0 or behind what is there. */
async function judge(response: Response, handle: FileHandle, have: number, options: Transfer): Promise<number> {
  if (response.status === 416) {
    // What is on disk is not the beginning of what the server has.
    await restart(handle, options)
    throw new TransferError('the server refused the range')
  }
  if (response.status !== 200 && response.status !== 206) throw refused(response)
  const start = response.status === 206 ? have : await restart(handle, options)
  if (response.status === 206 && !continues(response.headers.get('content-range'), have, options.bytes)) {
    await restart(handle, options)
    throw new TransferError('the server sent another range')
  }
  const announced = response.headers.get('content-length')
  if (announced !== null && Number(announced) !== options.bytes - start) {
    throw new TransferError(`the server announced ${announced} bytes`, { lasting: true })
  }
  return start
}

function continues(contentRange: string | null, start: number, total: number): boolean {
  const match = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(contentRange ?? '')
  return match !== null && Number(match[1]) === start && (match[3] === '*' || Number(match[3]) === total)
}

async function writeBody(
  response: Response,
  handle: FileHandle,
  start: number,
  options: Transfer,
  clock: Deadline
): Promise<void> {
  let position = start
  for await (const chunk of response.body ?? []) {
    clock.extend(options.times.idle)
    if (position + chunk.length > options.bytes) {
      await restart(handle, options)
      throw new TransferError('the server sent more than the file', { lasting: true })
    }
    position = await append(handle, chunk, position, options)
  }
  if (position < options.bytes) throw new TransferError(`the connection ended after ${position} bytes`)
}

async function append(handle: FileHandle, chunk: Uint8Array, position: number, options: Transfer): Promise<number> {
  let written = 0
  while (written < chunk.length) {
    const from = written
    const { bytesWritten } = await onDisk(options.path, () =>
      handle.write(chunk, from, chunk.length - from, position + from)
    )
    written += bytesWritten
  }
  options.onBytes(position + written)
  return position + written
}

async function restart(handle: FileHandle, options: Transfer): Promise<0> {
  await onDisk(options.path, async () => {
    if ((await handle.stat()).size > 0) await handle.truncate(0)
  })
  options.onBytes(0)
  return 0
}

function refused(response: Response): TransferError {
  // 408, 425, 429 and 5xx pass; everything else means that this address has no such file for us.
  const passing = [408, 425, 429].includes(response.status) || response.status >= 500
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new TransferError(`HTTP status ${response.status}`, {
    lasting: !passing,
    retryAfter: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
  })
}

function asTransferError(cause: unknown, clock: Deadline): Failure | TransferError {
  if (cause instanceof Failure || cause instanceof TransferError) return cause
  if (clock.signal.aborted) return new TransferError('the server stopped sending', { cause })
  if (cause instanceof RedirectError) return new TransferError(cause.message, { lasting: true, cause })
  return new TransferError('the connection failed', { cause })
}

/** Aborts its signal when it is not extended in time. */
class Deadline {
  readonly #controller = new AbortController()
  #timer: NodeJS.Timeout

  constructor(milliseconds: number) {
    this.#timer = this.#start(milliseconds)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  extend(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = this.#start(milliseconds)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #start(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(new Error(`nothing for ${milliseconds} ms`)), milliseconds)
  }
}
