import type { Display } from './geometry/display.ts'
import { fits } from './geometry/frame.ts'
import type { Size } from './geometry/rect.ts'

/** A screen as the system offers it for capturing. */
export interface SourceFacts {
  /** Id of its display as text; empty where the system does not tell it. */
  readonly display: string
  /** Of its picture, in pixels. */
  readonly size: Size
}

/**
 * Index of the source that shows a display; undefined when nobody can say for certain. Where ids are missing, or are none that
 * the displays have, the one of its shape is taken if there is but one, else the one in its place if there are as many
 * sources as displays.
 */
export function sourceOf(
  display: Display,
  displays: readonly Display[],
  sources: readonly SourceFacts[]
): number | undefined {
  const byId = sources.findIndex((source) => source.display === String(display.id))
  if (byId >= 0) return byId
  const ids = new Set(displays.map(({ id }) => String(id)))
  // A source that names another display is not this one's.
  const nameless = sources.flatMap((source, index) => (ids.has(source.display) ? [] : [index]))
  const ofShape = nameless.filter((index) => hasShape(sources[index], display))
  if (ofShape.length === 1 && displays.filter((other) => isAlike(other, display)).length === 1) return ofShape[0]
  const place = displays.indexOf(display)
  return nameless.length === displays.length && hasShape(sources[place], display) ? place : undefined
}

function hasShape(source: SourceFacts | undefined, display: Display): boolean {
  return source !== undefined && fits({ size: source.size, turn: 0 }, display)
}

function isAlike(one: Display, other: Display): boolean {
  const size = { width: one.bounds.width * one.scale, height: one.bounds.height * one.scale }
  return one === other || fits({ size, turn: 0 }, other)
}
