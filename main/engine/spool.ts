import { constants, rmSync } from 'node:fs'
import { lstat, mkdtemp, open, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../failure.ts'

/** The private folder through which pictures go to the engine and come back. */
export interface Spool {
  readonly folder: string
  /** Whether the folder is still there and ours: some systems clear their temporary folder of what is days old. */
  readonly intact: () => Promise<boolean>
  /** Writes the bytes to a new file and tells its path. Throws `disk`. */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /** A path that no other file has, for the engine to write to. */
  readonly reserve: () => string
  /** Reads what the engine wrote: a plain file of exactly `bytes`. Throws `engine-protocol` when it is anything else. */
  readonly take: (path: string, bytes: number) => Promise<Uint8Array>
  readonly drop: (path: string) => Promise<void>
  readonly remove: () => void
}

const prefix = 'glyphlens-'
/** The process that made the folder, and the six characters of mkdtemp. */
const ours = /^glyphlens-(\d{1,10})-[A-Za-z0-9]{6}$/

/** Windows has no such flag. */
const doNotFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW

/** Makes the folder, readable by its owner alone, after sweeping those that dead processes left. Throws `disk`. */
export async function openSpool(root: string = tmpdir()): Promise<Spool> {
  try {
    await sweepSpools(root)
    // The real name: where the temporary folder is a link, the engine's permissions are checked against both.
    const folder = await mkdtemp(join(await realpath(root), `${prefix}${process.pid}-`))
    return spoolIn(folder)
  } catch (cause) {
    throw diskFailure(cause)
  }
}

function spoolIn(folder: string): Spool {
  let count = 0
  const reserve = (): string => {
    count += 1
    return join(folder, `${count}.picture`)
  }
  return {
    folder,
    intact: () => isOwnFolder(folder),
    reserve,
    put: async (bytes) => {
      const path = reserve()
      try {
        await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
      } catch (cause) {
        throw diskFailure(cause)
      }
      return path
    },
    take: readExactly,
    drop: (path) => rm(path, { force: true }),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Does not follow links: the engine is not to choose what the app reads. */
async function readExactly(path: string, bytes: number): Promise<Uint8Array> {
  try {
    const file = await open(path, constants.O_RDONLY | doNotFollow)
    try {
      const facts = await file.stat()
      if (!facts.isFile() || facts.size !== bytes) throw new Error(`${facts.size} bytes instead of ${bytes}`)
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw new Failure('engine-protocol', 'The reading engine did not write the picture that it promised.', {
      advice: 'Try again.',
      cause
    })
  }
}

/**
 * Removes the folders that dead processes left in `root`: only folders of our name, owned by this user, whose process
 * is gone.
 */
export async function sweepSpools(root: string): Promise<void> {
  // A folder that may be written but not listed is no reason not to read.
  const names = await readdir(root).catch(() => [])
  for (const name of names) {
    const maker = ours.exec(name)?.[1]
    if (maker === undefined || isAlive(Number(maker))) continue
    const folder = join(root, name)
    if (await isOwnFolder(folder)) await rm(folder, { recursive: true, force: true }).catch(leaveForNextTime)
  }
}

async function isOwnFolder(path: string): Promise<boolean> {
  try {
    const facts = await lstat(path)
    return facts.isDirectory() && (process.getuid === undefined || facts.uid === process.getuid())
  } catch {
    // Gone meanwhile: others sweep too.
    return false
  }
}

/** A folder that cannot be removed now (Windows keeps one that a dying engine stands in) is no reason not to read. */
function leaveForNextTime(): void {}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    // EPERM: it lives and belongs to somebody else.
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')
  }
}

function diskFailure(cause: unknown): Failure {
  return new Failure('disk', 'The picture could not be written to the temporary folder.', {
    advice: 'Check that the temporary folder exists and has free space.',
    cause
  })
}
