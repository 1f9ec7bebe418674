import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEngine, type Engine, type EngineLogLine, type EngineOptions } from '../../../main/engine/client.ts'
import type { Script } from './script.ts'

export interface FakeEngine extends Engine {
  readonly spoolRoot: string
  readonly lines: readonly EngineLogLine[]
  /** Resolves when a log line matches, also one that was written before. */
  readonly logged: (pattern: RegExp) => Promise<EngineLogLine>
  readonly dispose: () => Promise<void>
}

export function entryNamed(name: string): string {
  return fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
}

/** The real client and supervisor with a child process that does what it is told. */
export function startFake(options: EngineOptions = {}): FakeEngine {
  const spoolRoot = mkdtempSync(join(tmpdir(), 'fake-engine-'))
  const lines: EngineLogLine[] = []
  const watchers = new Set<() => void>()
  const engine = createEngine({
    entry: entryNamed('main'),
    spoolRoot,
    ...options,
    log: (line) => {
      lines.push(line)
      for (const watcher of watchers) watcher()
    }
  })
  return {
    ...engine,
    spoolRoot,
    lines,
    logged: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          const line = lines.find(({ message }) => pattern.test(message))
          if (line === undefined) return
          watchers.delete(look)
          resolve(line)
        }
        watchers.add(look)
        look()
      }),
    dispose: async () => {
      await engine.close()
      rmSync(spoolRoot, { recursive: true })
    }
  }
}

/** A picture that the fake engine takes as an order. */
export function pictureOf(order: Script): Uint8Array {
  return Buffer.from(JSON.stringify(order))
}
