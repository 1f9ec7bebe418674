import type { InferenceSession } from 'onnxruntime-node'
import { GraphCache, type KeptGraph } from './cache.ts'
import { checkSignature, type ModelKind } from './kinds.ts'
import { answerOf, matchesSample } from './proof.ts'
import { createSession, runtimeFingerprint } from './runtime.ts'
import { threadsFor } from './threads.ts'
import { rewriterVersion } from './version.ts'

/** A model file whose hash was checked against the pack's manifest. */
export interface ModelSource {
  /** The file, or how to get it (and check its hash): it is not asked for when the graph is in the cache. */
  readonly bytes: Uint8Array | (() => Promise<Uint8Array>)
  /** SHA-256 of the file in hexadecimal. */
  readonly sha256: string
  readonly kind: ModelKind
}

export interface SessionOptions {
  /** 0 takes as many as there are physical cores. */
  readonly threads: number
  /** Folder for rewritten graphs; without it they are made anew each time (about a second). */
  readonly cache?: string
}

/** A network that is ready to run. */
export interface OpenSession {
  readonly session: InferenceSession
  /** Name of the one input, float32 [batch, 3, height, width]. */
  readonly input: string
  /**
   * Names of the outputs. A recogniser has `indices` (int64) and `confidences` (float32), both [batch, steps]; when
   * the original itself runs it has one output, the probabilities [batch, steps, classes].
   */
  readonly outputs: readonly string[]
  /** Classes of a recogniser; 0 for a detector. */
  readonly classes: number
  readonly threads: number
  /** Largest difference from the original network at the proof; null when the original itself runs. */
  readonly difference: number | null
  /** Sentences about what did not go as planned. */
  readonly notes: readonly string[]
}

/**
 * Opens a network of a pack: rewritten to run faster where that is proved to give the same answers, as it is
 * otherwise. Throws `Failure` with `pack-damaged` or `pack-incompatible`.
 */
export async function openSession(source: ModelSource, options: SessionOptions): Promise<OpenSession> {
  const threads = threadsFor(options.threads)
  const cache = options.cache === undefined ? undefined : new GraphCache(options.cache)
  const key = { model: `${source.sha256}-${source.kind}`, build: `${rewriterVersion}-${runtimeFingerprint()}` }
  const kept = await cache?.get(key)
  const reopened = kept && (await reopen(kept, source.kind, threads))
  if (reopened) return reopened
  const bytes = typeof source.bytes === 'function' ? await source.bytes() : source.bytes
  // Only the first start on a machine rewrites; the others need not load what that takes.
  const { buildGraph } = await import('./build.ts')
  const built = await buildGraph(bytes, source.kind, { threads, ...(cache ? { cache, key } : {}) })
  return describe(built.session, built.facts, threads)
}

/** Undefined when the kept graph does not load or no longer gives the answer that it gave. */
async function reopen(kept: KeptGraph, kind: ModelKind, threads: number): Promise<OpenSession | undefined> {
  try {
    const session = await createSession(kept.bytes, { threads, optimised: true })
    checkSignature(session, kind)
    if (matchesSample(await answerOf(session, kind), kept.facts.sample)) return describe(session, kept.facts, threads)
    await session.release()
    return undefined
  } catch {
    return undefined // Whatever is wrong with a kept graph, the original is at hand to make another.
  }
}

function describe(session: InferenceSession, facts: KeptGraph['facts'], threads: number): OpenSession {
  const [input = ''] = session.inputNames
  const { difference, classes, notes } = facts
  return { session, input, outputs: session.outputNames, classes, threads, difference, notes }
}
