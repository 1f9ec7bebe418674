import { readFile } from 'node:fs/promises'
import type { InferenceSession } from 'onnxruntime-node'
import type { GraphCache, GraphFacts, GraphKey } from './cache.ts'
import { checkSignature, type ModelKind, promisedClasses } from './kinds.ts'
import { decodeModel, encodeModel } from './onnx/codec.ts'
import { type Answer, answerOf, differenceOf, sampleOf, tolerance } from './proof.ts'
import { rewriteModel } from './rewrites/rewrite.ts'
import { createSession } from './runtime.ts'

export interface BuildOptions {
  readonly threads: number
  /** Where the result is kept for next time, and under which key. */
  readonly cache?: GraphCache
  readonly key?: GraphKey
}

export interface BuiltGraph {
  readonly session: InferenceSession
  readonly facts: GraphFacts
}

/** Rewrites a model, proves the result against the original, and keeps what came of it. */
export async function buildGraph(bytes: Uint8Array, kind: ModelKind, options: BuildOptions): Promise<BuiltGraph> {
  const original = await createSession(bytes, { threads: options.threads })
  checkSignature(original, kind)
  const expected = await attempt(() => answerOf(original, kind))
  if (expected instanceof Error) {
    const note = `The network could not be tried out, so it runs as it is: ${expected.message}`
    return { session: original, facts: { ...unproved, classes: promisedClasses(original, kind), notes: [note] } }
  }
  const rewritten = await attempt(() => openRewritten(bytes, kind, expected, options))
  if (!(rewritten instanceof Error)) {
    await original.release()
    return rewritten
  }
  const notes = [`The network runs as it is, slower, because it could not be rewritten: ${rewritten.message}`]
  return { session: original, facts: { ...unproved, classes: classesOf(expected, kind), notes } }
}

const unproved = { difference: null, sample: [] }

/** Throws when the rewritten graph does not load or does not answer like the original. */
async function openRewritten(
  bytes: Uint8Array,
  kind: ModelKind,
  expected: Answer,
  { threads, cache, key }: BuildOptions
): Promise<BuiltGraph> {
  const model = decodeModel(bytes)
  rewriteModel(model, { readingHead: kind === 'recogniser' })
  const graph = encodeModel(model)
  const prove = async (saveTo?: string): Promise<BuiltGraph> => {
    const session = await createSession(graph, { threads, ...(saveTo === undefined ? {} : { saveTo }) })
    const answer = await answerOf(session, kind)
    const difference = differenceOf(expected, answer)
    if (difference > tolerance) {
      await session.release()
      throw new Error(`Answers differ by ${difference}`)
    }
    return { session, facts: { difference, classes: classesOf(expected, kind), notes: [], sample: sampleOf(answer) } }
  }
  if (!cache || key === undefined) return prove()
  const kept = await cache.scratch((path) =>
    attempt(async () => {
      const built = await prove(path)
      const saved = await readFile(path).catch(() => undefined)
      if (saved) await cache.put(key, { facts: built.facts, bytes: saved })
      return built
    })
  )
  // The runtime gives up when it cannot save (a full disk): without saving it may do.
  return kept === undefined || kept instanceof Error ? prove() : kept
}

const classesOf = (answer: Answer, kind: ModelKind): number => (kind === 'detector' ? 0 : answer.width)

async function attempt<T>(work: () => Promise<T>): Promise<T | Error> {
  try {
    return await work()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
