import type { Preset } from './preset.ts'

/**
 * The model to try instead of `model`, which is gone; undefined when nothing is left. What stands in for a stand-in comes
 * after all that stands in for the first one. Never one of `tried`, so it comes to an end whatever a preset says.
 */
export function nextModel(preset: Preset, model: string, tried: readonly string[]): string | undefined {
  const asked = new Set([model, ...tried])
  return [model, ...tried]
    .flatMap((each) => (Object.hasOwn(preset.models.fallbacks, each) ? (preset.models.fallbacks[each] ?? []) : []))
    .find((candidate) => !asked.has(candidate))
}
