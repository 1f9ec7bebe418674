import type { Learned } from '../../settings/groups.ts'
import type { Preset } from '../../vision/preset.ts'

/** Models of a list with whether they see: as the endpoint says, else as the preset or a probe knows, else unknown. */
export function markSighted(
  models: readonly { readonly id: string; readonly vision: boolean | undefined }[],
  preset: Preset,
  learned: Readonly<Record<string, Learned>>
): { readonly id: string; readonly sees: boolean | undefined }[] {
  const { fast, precise, fallbacks } = preset.models
  const known = new Set([fast, precise, ...Object.entries(fallbacks).flatMap(([model, others]) => [model, ...others])])
  return models.map(({ id, vision }) => {
    const hasSeen = Object.entries(learned).some(
      ([name, { boxes, legible }]) => name.endsWith(` ${id}`) && (boxes ?? legible) !== undefined
    )
    return { id, sees: vision ?? (known.has(id) || hasSeen ? true : undefined) }
  })
}
