import type { LabelledPicture } from './picture.ts'

/**
 * The classes of an export in a stable order: the person's categories first, as given, then other labels in the order in
 * which they come. White space within a name is one blank, because lists of classes have a line each.
 */
export function classesOf(pictures: readonly LabelledPicture[], categories: readonly string[] = []): string[] {
  const labels = pictures.flatMap(({ detections }) => detections.map(({ label }) => label))
  return [...new Set([...categories, ...labels].map(className))]
}

/** The name of the class that a label belongs to. */
export function className(label: string): string {
  return label.replaceAll(/\s+/gu, ' ').trim()
}
