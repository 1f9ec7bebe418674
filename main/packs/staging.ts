import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackManifest } from '../engine/protocol/pack.ts'
import { isSound } from './check.ts'
import { isMissing, onDisk } from './disk.ts'

/** Of moving a pack into place while other processes do the same. */
const mostAttempts = 10

/**
 * Where packs come together before they are installed: `<packs>/.partial/<id>~<owner>~<nonce>/`. The owner is the id
 * of the process that writes there, 0 when nobody does. A folder changes hands by being renamed, which only one can
 * do, so two processes never write to the same files; what a dead process left is taken up by the next one.
 */
export interface Staging {
  readonly folder: string
  /** Leaves the folder for a later attempt. */
  release(): Promise<void>
  /** Removes the folder and what is in it. */
  discard(): Promise<void>
}

/** Takes up the folder that a former attempt left, or makes a new one. Throws `disk`. */
export async function claimStaging(packs: string, id: string): Promise<Staging> {
  const partial = join(packs, '.partial')
  return await onDisk(partial, async () => {
    await mkdir(partial, { recursive: true, mode: 0o700 })
    const folder = join(partial, nameFor(id, process.pid))
    if (!(await takeOver(partial, id, folder))) await mkdir(folder)
    return {
      folder,
      release: () => onDisk(folder, () => rename(folder, join(partial, nameFor(id, 0)))),
      discard: () => onDisk(folder, () => rm(folder, { recursive: true, force: true }))
    }
  })
}

/** Folders of attempts at a pack, those of running ones included. */
export async function stagedFolders(packs: string, id: string): Promise<string[]> {
  const partial = join(packs, '.partial')
  return await onDisk(partial, async () => (await namesOf(partial, id)).map((name) => join(partial, name)))
}

/** Removes what ended attempts at a pack left behind. */
export async function clearStaging(packs: string, id: string): Promise<void> {
  const folders = await stagedFolders(packs, id)
  for (const folder of folders) {
    if (isAbandoned(folder)) await onDisk(folder, () => rm(folder, { recursive: true, force: true }))
  }
}

/**
 * Moves a checked staging folder into place as `<packs>/<id>`. A sound pack that is there already stays, anything else
 * there is replaced. Throws `disk`.
 */
export async function install(manifest: PackManifest, staging: Staging, packs: string): Promise<void> {
  const target = join(packs, manifest.id)
  await onDisk(target, async () => {
    await syncFolder(staging.folder)
    for (let attempt = 1; ; attempt++) {
      if (await isSound(manifest, target)) return await staging.discard()
      await setAside(packs, manifest.id)
      try {
        await rename(staging.folder, target)
        return await syncFolder(packs)
      } catch (cause) {
        // Another process was faster by a moment, and a third may be about to replace what it installed: look again.
        if (attempt === mostAttempts) throw cause
      }
    }
  })
  await clearStaging(packs, manifest.id)
}

/** Takes a pack's folder out of the way in one step, then removes it. Nothing happens when there is none. */
export async function setAside(packs: string, id: string): Promise<void> {
  const partial = join(packs, '.partial')
  // Named like an attempt: when the process dies in between, the next fetch uses what is sound in it.
  const former = join(partial, nameFor(id, process.pid))
  await onDisk(join(packs, id), async () => {
    await mkdir(partial, { recursive: true, mode: 0o700 })
    try {
      await rename(join(packs, id), former)
    } catch (cause) {
      if (isMissing(cause)) return
      throw cause
    }
    await rm(former, { recursive: true, force: true })
  })
}

async function takeOver(partial: string, id: string, folder: string): Promise<boolean> {
  for (const name of await namesOf(partial, id)) {
    if (!isAbandoned(name)) continue
    try {
      await rename(join(partial, name), folder)
      return true
    } catch {
      // Somebody else took it or, on Windows, has a file of it open. What is wrong with the disk, `mkdir` tells next.
    }
  }
  return false
}

async function namesOf(partial: string, id: string): Promise<string[]> {
  try {
    return (await readdir(partial)).filter((name) => name.startsWith(`${id}~`)).toSorted()
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}

function nameFor(id: string, owner: number): string {
  return `${id}~${owner}~${randomBytes(6).toString('hex')}`
}

/** Whether the process that a folder's name tells of is gone. */
function isAbandoned(folder: string): boolean {
  const owner = Number(folder.split('~').at(-2))
  return !Number.isInteger(owner) || owner <= 0 || !isRunning(owner)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Makes names durable; Windows has no such call for folders and refuses to open them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder, 'r')
  await handle.sync()
}
