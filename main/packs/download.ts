import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { PackFile } from '../engine/protocol/pack.ts'
import { Failure } from '../failure.ts'
import { checkFile, sizeOf } from './check.ts'
import { onDisk } from './disk.ts'
import type { PackFetch } from './redirects.ts'
import { TransferError, type TransferTimes, transfer } from './transfer.ts'

export interface DownloadLimits extends TransferTimes {
  /** Rounds over all mirrors without progress before giving up. */
  readonly rounds: number
  /** Milliseconds before the second round; doubled for each further one. */
  readonly pause: number
  /** Milliseconds that a pause may last, whatever a server asks for. */
  readonly longestPause: number
}

export const defaultDownloadLimits: DownloadLimits = {
  firstByte: 30_000,
  idle: 30_000,
  rounds: 4,
  pause: 1_000,
  longestPause: 15_000
}

export interface Download {
  readonly file: PackFile
  /** Where it goes; a former attempt's bytes are continued. */
  readonly path: string
  readonly fetch: PackFetch
  readonly limits: DownloadLimits
  readonly signal: AbortSignal
  /** Bytes of this file that are on disk. */
  readonly onBytes: (bytes: number) => void
}

/** A share of the file that counts as progress, so that a bad line that moves is not given up, yet rounds stay bounded. */
const progressShare = 0.05

/**
 * Fetches a file from its mirrors until its hash is right. Throws `pack-download`, `disk`, or what the signal was
 * aborted with; in each case what is on disk stays for the next time, unless its hash was wrong.
 */
export async function download(options: Download): Promise<void> {
  const { file, limits, signal } = options
  const mirrors = new Set(file.urls)
  const errors: TransferError[] = []
  let furthest = (await sizeOf(options.path)) ?? 0
  let fruitless = 0
  while (mirrors.size > 0 && fruitless < limits.rounds) {
    if (errors.length > 0) await wait(pauseBefore(fruitless, errors.at(-1), limits), undefined, { signal })
    for (const url of mirrors) {
      const error = await attempt(url, options)
      if (error === undefined) return
      errors.push(error)
      if (error.lasting) mirrors.delete(url)
    }
    const have = (await sizeOf(options.path)) ?? 0
    fruitless = have > furthest + file.bytes * progressShare ? 0 : fruitless + 1
    furthest = Math.max(furthest, have)
  }
  throw gaveUp(file, errors)
}

/** One request, and the hash when the file is whole. Returns why the file is not there yet. */
async function attempt(url: string, options: Download): Promise<TransferError | undefined> {
  const { file, path, fetch, limits, signal, onBytes } = options
  const former = (await sizeOf(path)) ?? 0
  try {
    await transfer({ url, path, bytes: file.bytes, fetch, times: limits, signal, onBytes })
  } catch (thrown) {
    if (thrown instanceof TransferError) return thrown
    throw thrown
  }
  const { state } = await checkFile(file, path)
  if (state === 'sound') return undefined
  await onDisk(path, () => rm(path, { force: true }))
  onBytes(0)
  // Bytes of a former attempt may be the wrong ones; only a file that came from here in one piece condemns a mirror.
  return new TransferError('the content is not that of the pack', { lasting: former === 0 })
}

function pauseBefore(fruitless: number, error: TransferError | undefined, limits: DownloadLimits): number {
  const backOff = limits.pause * 2 ** Math.max(0, fruitless - 1)
  return Math.min(Math.max(backOff, error?.retryAfter ?? 0), limits.longestPause)
}

function gaveUp(file: PackFile, errors: readonly TransferError[]): Failure {
  const reason = errors.at(-1)?.message ?? 'it has no address'
  return new Failure('pack-download', `The file ${file.name} of the model pack could not be downloaded: ${reason}.`, {
    advice:
      'Check the network and fetch the pack again: what was downloaded is kept. ' +
      'Files downloaded by hand on another machine can be imported.',
    cause: new AggregateError(errors, 'every mirror failed')
  })
}
