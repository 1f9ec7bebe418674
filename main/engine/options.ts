import { totalmem } from 'node:os'
import { installation } from '../installation.ts'
import { documentFonts } from './fonts.ts'
import type { Operation, Progress } from './protocol/operations.ts'
import type { PictureLimits } from './protocol/picture.ts'

/** One event in the life of the engine, for the log. Holds no picture contents and no secrets. */
export interface EngineLogLine {
  readonly level: 'info' | 'warning' | 'error'
  readonly message: string
  /** Exit code, the last of its stderr, the stack of a failure; up to 20,000 characters. */
  readonly detail?: string
}

export interface EngineOptions {
  /** File that the engine process runs. */
  readonly entry?: string
  /** Node 22.18 or later. Default: that of the installation. */
  readonly node?: string | undefined
  /** Files and folders that the engine's own code needs. Default: those of the installation. */
  readonly code?: readonly string[]
  /** Folders that the engine may read besides its own code: model packs. They need not exist yet. */
  readonly readable?: readonly string[]
  /** Folder that it may write, for prepared graphs; created when missing. Default: nothing is kept. */
  readonly cache?: string
  /** Fonts with Chinese characters for PDFs that do not bring theirs, best first. Default: what the system has. */
  readonly fonts?: readonly string[]
  /** Where its private folder for pictures is made. Default: the system's temporary folder. */
  readonly spoolRoot?: string
  /** Unload after this much idleness. Default: 5 minutes; 0 never does. */
  readonly idleMilliseconds?: number
  readonly memory?: MemoryOptions
  /** How many requests may wait behind the running one. Default: 64. */
  readonly queue?: number
  /** Longest time from start to ready. Default: 30 s, for a cold disk and a virus scanner. */
  readonly startMilliseconds?: number
  /** How long a cancelled or retired engine may take to comply before it is killed. Default: 2 s. */
  readonly graceMilliseconds?: number
  readonly crashes?: CrashOptions
  readonly log?: (line: EngineLogLine) => void
}

export interface MemoryOptions {
  /** Resident memory in bytes above which the engine is replaced before the next request. Default: 1 GiB. */
  readonly softBytes?: number
  /** Resident memory in bytes at which it ends in the middle of a request. Default: 3 GiB, at most half of what there is. */
  readonly hardBytes?: number
}

export interface CrashOptions {
  /** This many crashes within the window and the engine is not started again until the window has passed. Default: 5. */
  readonly budget?: number
  /** Default: one minute. */
  readonly windowMilliseconds?: number
  /** Wait before the restart after a second crash within the window; doubled with each one more. Default: 100 ms. */
  readonly backoffMilliseconds?: number
}

export interface CallOptions {
  /** Aborting rejects with the code `cancelled`, once the engine has let go of the request. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** From the moment at which the engine gets the request; waiting in the queue is not counted. */
  readonly deadlineMilliseconds?: number
  readonly limits?: Partial<PictureLimits>
}

/** Longest time in milliseconds of one request: ten times what a slow machine was expected to need for 100 megapixels. */
export const deadlines: { readonly [O in Operation]: number } = {
  probe: 20_000,
  read: 180_000,
  annotate: 60_000,
  encode: 120_000,
  thumbnail: 60_000,
  openDocument: 60_000,
  renderPage: 60_000,
  loadPack: 60_000
}

const gibibyte = 1024 ** 3

/** The options with every default in its place. Only `node` may still be missing: then there is none to start with. */
export function withDefaults(options: EngineOptions) {
  const { engine } = installation()
  const hardBytes = options.memory?.hardBytes ?? Math.min(3 * gibibyte, Math.floor(memoryOfThisMachine() / 2))
  return {
    entry: options.entry ?? engine.entry,
    node: options.node ?? engine.node,
    code: options.code ?? engine.code,
    readable: options.readable ?? [],
    cache: options.cache,
    fonts: options.fonts ?? documentFonts(process.platform, process.env['SystemRoot']),
    spoolRoot: options.spoolRoot,
    idleMilliseconds: options.idleMilliseconds ?? 5 * 60_000,
    softBytes: Math.min(options.memory?.softBytes ?? gibibyte, hardBytes),
    hardBytes,
    queue: options.queue ?? 64,
    startMilliseconds: options.startMilliseconds ?? 30_000,
    graceMilliseconds: options.graceMilliseconds ?? 2000,
    crashes: {
      budget: options.crashes?.budget ?? 5,
      windowMilliseconds: options.crashes?.windowMilliseconds ?? 60_000,
      backoffMilliseconds: options.crashes?.backoffMilliseconds ?? 100
    },
    log: options.log ?? (() => undefined)
  }
}

/** In bytes; a container may have less than the machine, and tells 0 or more than there is when it has not. */
function memoryOfThisMachine(): number {
  return Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem())
}
