import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { familyOf, peakOf } from '../machine.ts'
import { definitionOf, type EngineName } from './list.ts'
import type { Answer, Question } from './protocol.ts'

/** An engine that is loaded and waits. */
export interface RunningEngine {
  readonly name: EngineName
  readonly pid: number
  /** Never throws: a process that died is an answer with an error. */
  readonly ask: (question: Question) => Promise<Answer>
  /** Peak of resident memory so far, in megabytes. */
  readonly memory: () => Memory
  readonly close: () => Promise<void>
}

/** Megabytes. */
export interface Memory {
  /** Of all its processes together. */
  readonly all: number
  /** Of the largest of them. */
  readonly largest: number
}

function launch(name: EngineName, parameters: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { module, environment } = definitionOf(name)
  return spawn(process.execPath, [join(import.meta.dirname, module), ...parameters], {
    env: { ...process.env, ...environment, ...more },
    stdio: ['pipe', 'pipe', process.env['BENCH_DEBUG'] ? 'inherit' : 'ignore']
  })
}

/** Starts an engine and waits until it is loaded. Throws when it ends before that. */
export async function startEngine(
  name: EngineName,
  environment?: Readonly<Record<string, string>>
): Promise<RunningEngine> {
  const child = launch(name, [], environment)
  const closed = once(child, 'close')
  // A process that died shows by its missing answer.
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const line = await lines.next()
    if (line.done) throw new Error(`The process of ${name} ended: set BENCH_DEBUG=1 to see why`)
    return JSON.parse(line.value)
  }
  await next()
  const memory = memoryOf(child)
  return {
    name,
    pid: child.pid ?? 0,
    ask: async (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`)
      const answer = await next().catch((error: unknown) => ({ text: '', segments: [], error: String(error) }))
      memory()
      return answer as Answer
    },
    memory,
    close: async () => {
      child.stdin.end()
      await closed
    }
  }
}

/** A cold start that takes longer, in milliseconds, is given up. */
const longestCold = 120_000

/** Time from the start of the process to its text, in milliseconds, with the peak of its memory. */
export async function coldRead(
  name: EngineName,
  file: string,
  environment?: Readonly<Record<string, string>>
): Promise<{ milliseconds: number; answer: Answer; memory: Memory }> {
  const start = performance.now()
  const child = launch(name, ['once', file], environment)
  const memory = memoryOf(child)
  const watch = setInterval(memory, 20)
  let output = ''
  let milliseconds = 0
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (!output.endsWith('\n')) return
    milliseconds = performance.now() - start
    memory()
    // Some readers hang in their native code once they are done.
    child.kill()
  })
  const limit = setTimeout(() => child.kill('SIGKILL'), longestCold)
  await once(child, 'close')
  clearTimeout(limit)
  clearInterval(watch)
  if (!output) throw new Error(`The process of ${name} ended without an answer: set BENCH_DEBUG=1 to see why`)
  return { milliseconds, answer: JSON.parse(output) as Answer, memory: memory() }
}

/** Measures the family of a process; each call looks again and gives the greatest seen so far. */
function memoryOf(child: ChildProcess): () => Memory {
  let all = 0
  let largest = 0
  return () => {
    const peaks = familyOf(child.pid ?? 0).map(peakOf)
    all = Math.max(
      all,
      peaks.reduce((sum, peak) => sum + peak, 0)
    )
    largest = Math.max(largest, ...peaks)
    return { all, largest }
  }
}
