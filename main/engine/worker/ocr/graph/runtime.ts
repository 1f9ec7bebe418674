import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { env, InferenceSession } from 'onnxruntime-node'
import { Failure } from '../../../../failure.ts'

export interface RuntimeOptions {
  readonly threads: number
  /** The graph was saved by this runtime on this machine, with every optimisation in it. */
  readonly optimised?: boolean
  /** Where the runtime saves the graph after its own optimisations. */
  readonly saveTo?: string
}

/**
 * Threads that wait for work burn a processor for 20 ms after each run and get in each other's way as soon as anything
 * else runs. 50 us bridge the gaps between layers; smaller shares of work let a delayed thread be helped out.
 */
const sharedMachine = { session: { intra_op: { spin_duration_us: '50' }, dynamic_block_base: '4' } }

/** Makes a session, with the settings that docs/models.md found best. Throws `Failure('pack-damaged')`. */
export async function createSession(bytes: Uint8Array, options: RuntimeOptions): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, {
      intraOpNumThreads: options.threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: options.optimised ? 'disabled' : 'all',
      enableCpuMemArena: true,
      // A plan of memory for each new shape of input adds up to 100 MB over a day of pictures and saves no time.
      enableMemPattern: false,
      extra: sharedMachine,
      // Nothing: errors are thrown as well, and a saved graph for this machine alone, of which it warns, is wanted.
      logSeverityLevel: 4,
      ...(options.saveTo === undefined ? {} : { optimizedModelFilePath: options.saveTo })
    })
  } catch (error) {
    throw new Failure('pack-damaged', 'A model of the pack cannot be loaded.', {
      advice: 'Fetch the pack again.',
      cause: error
    })
  }
}

/** Names the runtime and the processor: a saved graph has its weights in an order that suits both and no other. */
export function runtimeFingerprint(): string {
  const processor = [process.platform, process.arch, cpus()[0]?.model, processorFlags(), env.versions.node]
  return createHash('sha256').update(processor.join('\n')).digest('hex').slice(0, 16)
}

/** Virtual machines go by one name whatever they allow; Linux lists what is really there. */
function processorFlags(): string {
  try {
    return /^(?:flags|Features)\s*:.*$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[0] ?? ''
  } catch {
    return '' // Not Linux.
  }
}
