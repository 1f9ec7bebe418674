import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

/** Where the number of cores is learnt; a test passes its own. */
export interface Machine {
  readonly platform: string
  readonly architecture: string
  /** Logical processors that this process may use. */
  readonly parallelism: number
  /** Linux: for each processor the list of those that share its core, such as `0,4`. Empty when not known. */
  readonly siblings: readonly string[]
}

/** More threads than this gain nothing on layers as small as those of a mobile network. */
const mostThreads = 8

/**
 * Threads for one network: one a physical core, because two threads of one core share the unit that multiplies and
 * take two to three times as long. `wanted` 0 lets us choose.
 */
export function threadsFor(wanted: number, machine: Machine = thisMachine()): number {
  return wanted > 0 ? wanted : Math.max(1, Math.min(mostThreads, physicalCores(machine)))
}

export function physicalCores({ platform, architecture, parallelism, siblings }: Machine): number {
  const cores = new Set(siblings).size
  if (cores > 0) return Math.min(cores, parallelism)
  // ARM has one thread a core. Elsewhere Windows and macOS tell no topology without a native call: assume pairs.
  const paired = architecture === 'x64' && platform !== 'linux' && parallelism > 2
  return paired ? Math.ceil(parallelism / 2) : parallelism
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    architecture: process.arch,
    parallelism: availableParallelism(),
    siblings: process.platform === 'linux' ? readSiblings('/sys/devices/system/cpu') : []
  }
}

function readSiblings(folder: string): string[] {
  try {
    const processors = readdirSync(folder).filter((name) => /^cpu\d+$/.test(name))
    return processors.map((name) => readFileSync(`${folder}/${name}/topology/thread_siblings_list`, 'utf8').trim())
  } catch {
    return [] // A container may hide the topology; then the number of processors has to do.
  }
}
