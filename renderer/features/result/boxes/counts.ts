import type { Detection } from '../../../../preload/contract/library.ts'

/** How often each label was found, the first found first. */
export function countLabels(detections: readonly Pick<Detection, 'label'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { label } of detections) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

/** What else is said of a box, such as `colour: red`. */
export function attributesOf({ attributes = {} }: Pick<Detection, 'attributes'>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ')
}
