import { randomBytes } from 'node:crypto'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../failure.ts'
import type { Check } from './check.ts'

const mebibyte = 1024 * 1024

/** Below this a model pack (31 MB), its prepared graphs and a large picture on its way do not fit beside each other. */
const wantedMebibytes = 200

/** Whether a folder of the app can be made and written to, and how much room its disk has. */
export function folderCheck(name: string, folder: string): Check {
  return {
    name,
    async look() {
      await tryWriting(folder)
      const { bavail, bsize } = await statfs(folder)
      const free = Math.floor((bavail * bsize) / mebibyte)
      const detail = `${folder}, ${free} MB free`
      if (free >= wantedMebibytes) return { detail }
      return { state: 'warning', detail, advice: `Make room: ${wantedMebibytes} MB are wanted.` }
    }
  }
}

async function tryWriting(folder: string): Promise<void> {
  const path = join(folder, `.doctor-${randomBytes(4).toString('hex')}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(path, 'written')
    await rm(path)
  } catch (cause) {
    throw new Failure('disk', `“${folder}” cannot be written to.`, {
      advice: 'See who owns it, and whether its disk is full or read-only.',
      cause
    })
  }
}
