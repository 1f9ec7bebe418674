import { type PictureRules, type Preset, pictureRules } from '../preset.ts'

/** What a provider does with pictures for one of its models. */
export function rulesFor(preset: Preset, model: string): PictureRules {
  const variant = preset.variants.find(({ pattern }) => new RegExp(pattern, 'i').test(model))
  return pictureRules.parse({ ...preset.picture, ...variant?.picture })
}
