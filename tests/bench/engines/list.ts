/** One reader under comparison. */
export interface EngineDefinition {
  /** Module in this folder that serves it. */
  readonly module: string
  readonly environment?: Readonly<Record<string, string>>
  /** It pairs boxes with the wrong text, so that its letters can be judged by its order alone. */
  readonly boxesAreWrong?: boolean
}

/** Every reader; `ours` goes through the same client as the app. */
export const engines = {
  ours: { module: 'ours.ts' },
  // OpenMP would start more threads than there are processors, which makes it ten times slower.
  tesseract: { module: 'tesseract.ts', environment: { OMP_THREAD_LIMIT: '1' } },
  'tesseract.js': { module: 'tesseract-js.ts' },
  gutenye: { module: 'gutenye.ts', boxesAreWrong: true },
  ppu: { module: 'ppu.ts' },
  esearch: { module: 'esearch.ts' }
} as const satisfies Record<string, EngineDefinition>

export type EngineName = keyof typeof engines
export const engineNames = Object.keys(engines) as EngineName[]

/** The entry of a reader, whatever it has. */
export function definitionOf(name: EngineName): EngineDefinition {
  return engines[name]
}
