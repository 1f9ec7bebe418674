import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineName } from './engines/list.ts'
import { coldRead } from './engines/process.ts'
import type { ColdStart } from './results.ts'
import type { SetPicture } from './sets.ts'

/** Pictures of the tuning set that are read by engines which have just been started: a crop and a screen. */
export const coldPictures = ['crop-en14-light', 'en-1920-light']

interface Variant {
  readonly engine: EngineName
  readonly variant: string
  readonly environment: Readonly<Record<string, string>>
}

/** Starts every engine anew for each of the pictures, `count` times, each in turn. */
export async function coldStarts(
  engines: readonly EngineName[],
  pictures: readonly SetPicture[],
  count: number
): Promise<ColdStart[]> {
  const cache = await mkdtemp(join(tmpdir(), 'glyphlens-bench-'))
  const variants = engines.flatMap((engine) => variantsOf(engine, cache))
  const starts: ColdStart[] = []
  try {
    // The first start with a cache fills it, and the first of all engines fills the system's file cache.
    const first = pictures[0]
    if (first) for (const { engine, environment } of variants) await coldRead(engine, first.file, environment)
    for (let round = 0; round < count; round++) {
      for (const picture of pictures) {
        for (const { engine, variant, environment } of variants) {
          const { milliseconds, memory } = await coldRead(engine, picture.file, environment)
          starts.push({ engine, variant, picture: picture.name, milliseconds, memory })
        }
      }
    }
  } finally {
    await rm(cache, { recursive: true, force: true })
  }
  return starts
}

function variantsOf(engine: EngineName, cache: string): Variant[] {
  if (engine !== 'ours') return [{ engine, variant: '', environment: {} }]
  return [
    { engine, variant: 'nothing prepared', environment: { BENCH_CACHE: '' } },
    { engine, variant: 'graphs prepared', environment: { BENCH_CACHE: cache } }
  ]
}
