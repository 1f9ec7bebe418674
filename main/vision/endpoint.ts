import type { Preset } from './preset.ts'

/**
 * A provider as one person uses it: a preset, an address that was checked, a key. Made by `resolveEndpoint`; whoever has
 * one need not check again.
 */
export interface Endpoint {
  readonly preset: Preset
  /** http(s), without query, fragment, credentials and final slash; `/chat/completions` comes behind it. */
  readonly baseUrl: string
  /** Printable ASCII without spaces. Undefined where none is needed. Never logged, never part of a message. */
  readonly key: string | undefined
}

/** How a model is to speak. */
export interface Sampling {
  /** 0.1 to 1. */
  readonly temperature: number
  /** 1 to 32,768. */
  readonly maxTokens: number
  /** Above 0, at most 1. */
  readonly topP: number
}

export const defaultSampling: Sampling = { temperature: 0.7, maxTokens: 2048, topP: 0.8 }
