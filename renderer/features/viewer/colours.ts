/**
 * For boxes on pictures of any colour: strong, and each with text on it that WCAG AA accepts. The picture is the same in
 * light and dark, so they are too.
 */
const palette = ['#1864ab', '#c92a2a', '#2b7a3d', '#862e9c', '#b54708', '#0b7285', '#5f3dc4', '#a61e4d'] as const

/** A colour for each label, in the order in which labels come. */
export function coloursOf(labels: Iterable<string>): ReadonlyMap<string, string> {
  const distinct = Array.from(new Set(labels))
  return new Map(distinct.map((label, place) => [label, palette[place % palette.length] ?? palette[0]]))
}
