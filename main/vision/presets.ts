import { Failure } from '../failure.ts'
import { saying } from '../saying.ts'
import type { Preset } from './preset.ts'
import { custom } from './presets/custom.ts'
import { dashscope } from './presets/dashscope.ts'
import { llamaCpp } from './presets/llama-cpp.ts'
import { lmStudio } from './presets/lm-studio.ts'
import { modelscope } from './presets/modelscope.ts'
import { modelscopeAi } from './presets/modelscope-ai.ts'
import { ollama } from './presets/ollama.ts'
import { openai } from './presets/openai.ts'
import { openrouter } from './presets/openrouter.ts'
import { siliconflow } from './presets/siliconflow.ts'
import { vllm } from './presets/vllm.ts'

/** All providers that are known, in the order of menus; the first is the default. */
export const presets: readonly Preset[] = [
  modelscope,
  modelscopeAi,
  dashscope,
  siliconflow,
  openrouter,
  openai,
  ollama,
  lmStudio,
  llamaCpp,
  vllm,
  custom
]

/** Other names that people use. */
const aliases: ReadonlyMap<string, string> = new Map([['cluster', vllm.id]])

/** Finds a provider by its id, in any case; throws `usage` with the list of ids. */
export function presetOf(id: string): Preset {
  const name = id.trim().toLowerCase()
  const wanted = aliases.get(name) ?? name
  const found = presets.find((preset) => preset.id === wanted)
  if (found !== undefined) return found
  throw new Failure('usage', 'This provider is not known.', {
    advice: `Choose one of ${presets.map((preset) => preset.id).join(', ')}.`,
    saying: saying('provider.unknown')
  })
}
