import { constants } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { WebContents } from 'electron'

export interface DragPorts {
  /** Where copies with names for people are made; emptied at the start. */
  readonly folder: string
  /** Absolute path of a small PNG that hangs at the pointer. */
  readonly icon: string
  readonly contents: (id: number) => WebContents | undefined
}

/** Drags pictures of the library out of a window, as files with the names that they came with. */
export interface Drag {
  /** `path` is the library's file, `name` what it is to be called. */
  readonly start: (contents: number, path: string, name: string) => Promise<void>
  readonly clear: () => Promise<void>
}

export function createDrag({ folder, icon, contents }: DragPorts): Drag {
  return {
    start: async (id, path, name) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Two pictures may have the same name.
      const file = join(await mkdtemp(join(folder, 'drag-')), name)
      // A copy: whoever gets it may change it. Of no cost where the disk can share what is equal.
      await copyFile(path, file, constants.COPYFILE_FICLONE)
      contents(id)?.startDrag({ file, icon })
    },
    clear: () => rm(folder, { recursive: true, force: true })
  }
}
