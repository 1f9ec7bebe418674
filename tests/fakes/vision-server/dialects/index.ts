import type { Dialect } from './dialect.ts'
import { dashscope, modelscope, openai, openrouter, siliconflow } from './hosted.ts'
import { llamacpp, ollama, vllm } from './local.ts'

const dialects = { modelscope, dashscope, siliconflow, openrouter, openai, ollama, llamacpp, vllm } as const

/** A provider that the server can speak like: the value of `;as=`. */
export type DialectName = keyof typeof dialects

export const dialectNames = Object.keys(dialects) as DialectName[]

/** ModelScope when none is named; undefined when there is none of the name. */
export function dialectNamed(name: string | undefined): Dialect | undefined {
  if (name === undefined) return modelscope
  return dialectNames.find((known) => known === name) && dialects[name as DialectName]
}
