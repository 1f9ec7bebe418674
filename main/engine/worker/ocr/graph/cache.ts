import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'

const facts = z.object({
  /** Largest difference from the original at the proof; null when the original itself is kept. */
  difference: z.number().nullable(),
  /** Last dimension of the original's output. */
  classes: z.number().int().nonnegative(),
  notes: z.array(z.string().max(500)).max(10),
  /** Values of the answer to the proof input, to be compared at each load. */
  sample: z.array(z.number()).max(10_000)
})

/** What is kept of a model beside its graph. */
export type GraphFacts = z.infer<typeof facts>

/** A graph as the runtime last had it. */
export interface KeptGraph {
  readonly facts: GraphFacts
  readonly bytes: Uint8Array
}

/** Bytes of the two numbers at the start of a file: check sum and length of the facts, both little endian. */
const headLength = 8

/** Under what a graph is kept: `model` names what it was made of, `build` what made it and for which machine. */
export interface GraphKey {
  readonly model: string
  readonly build: string
}

/** Age at which an unfinished file must be the remains of a killed process, in milliseconds. */
const oldPart = 3_600_000

/**
 * Kept graphs, one file a key: CRC-32 of the rest, length of the facts, facts as JSON, graph. A cache may be empty,
 * damaged or not writable at any time: that costs time and nothing else. CRC-32 is enough against accidents, three
 * times as fast as SHA-256, and neither would stop somebody who can write here.
 */
export class GraphCache {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The graph kept under `key`; undefined when there is none or when it is damaged. */
  async get(key: GraphKey): Promise<KeptGraph | undefined> {
    const file = await readFile(this.#path(key)).catch(() => undefined)
    if (!file || file.byteLength < headLength || crc32(file.subarray(4)) !== file.readUInt32LE(0)) return undefined
    const factsEnd = headLength + file.readUInt32LE(4)
    const parsed = facts.safeParse(parseJson(file.subarray(headLength, factsEnd).toString('utf8')))
    return parsed.success ? { facts: parsed.data, bytes: file.subarray(factsEnd) } : undefined
  }

  /** Whether it could be written. */
  async put(key: GraphKey, kept: KeptGraph): Promise<boolean> {
    const json = Buffer.from(JSON.stringify(kept.facts))
    const file = Buffer.concat([Buffer.alloc(headLength), json, kept.bytes])
    file.writeUInt32LE(json.byteLength, 4)
    file.writeUInt32LE(crc32(file.subarray(4)), 0)
    return this.#write(key, file)
  }

  /** A path in the cache's folder for `use` to write to, gone afterwards. Undefined when the folder is not writable. */
  async scratch<T>(use: (path: string) => Promise<T>): Promise<T | undefined> {
    const path = join(this.#folder, `${randomUUID()}.part`)
    try {
      await mkdir(this.#folder, { recursive: true })
      await writeFile(path, '')
    } catch {
      return undefined
    }
    try {
      return await use(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  async #write(key: GraphKey, bytes: Uint8Array): Promise<boolean> {
    const written = await this.scratch(async (path) => {
      try {
        await writeFile(path, bytes)
        await rename(path, this.#path(key))
        await this.#prune(key)
        return true
      } catch {
        return false
      }
    })
    return written ?? false
  }

  /** Removes what an older version or another machine made of the same model, and what killed processes left. */
  async #prune({ model, build }: GraphKey): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name)
      const outdated = name.startsWith(`${model}-`) && name.endsWith('.graph') && name !== `${model}-${build}.graph`
      const left = name.endsWith('.part') && Date.now() - (await stat(path)).mtimeMs > oldPart
      if (outdated || left) await rm(path, { force: true })
    }
  }

  #path(key: GraphKey): string {
    return join(this.#folder, `${key.model}-${key.build}.graph`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
