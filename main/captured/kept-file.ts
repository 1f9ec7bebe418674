import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** A small file of JSON that may be lost: nothing of the person's is in it alone. */
export interface KeptFile<T> {
  /** What stands in it; the fallback when it is missing, damaged, too large, or of another version. */
  readonly read: () => T
  /** Whole or not at all. Throws what the file system throws. */
  readonly write: (value: T) => void
}

/** Bytes; a larger file is not ours. */
const largest = 256 * 1024

export function keptFile<T>(path: string, schema: z.ZodType<T>, fallback: T): KeptFile<T> {
  return {
    read: () => {
      try {
        const facts = statSync(path)
        if (!facts.isFile() || facts.size > largest) return fallback
        const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
        return parsed.success ? parsed.data : fallback
      } catch {
        // Missing or damaged: see above.
        return fallback
      }
    },
    write: (value) => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      const pending = `${path}.${process.pid}.pending`
      try {
        writeFileSync(pending, JSON.stringify(value), { mode: 0o600 })
        renameSync(pending, path)
      } catch (thrown) {
        rmSync(pending, { force: true })
        throw thrown
      }
    }
  }
}
