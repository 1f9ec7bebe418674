import { existsSync } from 'node:fs'
import { packageFolder } from './peer.ts'

/** One reader under comparison. */
export interface EngineDefinition {
  /** Module in this folder that serves it. */
  readonly module: string
  readonly environment?: Readonly<Record<string, string>>
  /** Bench-only package that it is made of. */
  readonly needs?: string
  /** It pairs boxes with the wrong text, so that its letters can be judged by its order alone. */
  readonly boxesAreWrong?: boolean
}

/** Every reader; `ours` goes through the same client as the app. */
export const engines = {
  ours: { module: 'ours.ts' },
  // OpenMP would start more threads than there are processors, which makes it ten times slower.
  tesseract: { module: 'tesseract.ts', environment: { OMP_THREAD_LIMIT: '1' } },
  'tesseract.js': { module: 'tesseract-js.ts', needs: 'tesseract.js' },
  gutenye: { module: 'gutenye.ts', needs: '@gutenye/ocr-node', boxesAreWrong: true },
  ppu: { module: 'ppu.ts', needs: 'ppu-paddle-ocr' },
  esearch: { module: 'esearch.ts', needs: 'esearch-ocr' }
} as const satisfies Record<string, EngineDefinition>

export type EngineName = keyof typeof engines
export const engineNames = Object.keys(engines) as EngineName[]

/** The entry of a reader, whatever it has. */
export function definitionOf(name: EngineName): EngineDefinition {
  return engines[name]
}

/** Whether the packages that `npm run bench:setup` installs for it are there. */
export function isInstalled(name: EngineName): boolean {
  const { needs } = definitionOf(name)
  return needs === undefined || existsSync(packageFolder(needs))
}
