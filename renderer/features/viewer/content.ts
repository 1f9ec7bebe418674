import { useMemo } from 'react'
import type { Code, Detection, EntryView } from '../../../preload/contract/library.ts'
import { coloursOf } from './colours.ts'
import { type Alignment, alignLines } from './text/alignment.ts'
import { makePage, type TextPage } from './text/page.ts'

/** What an entry knows about places in its picture. */
export interface Content {
  readonly page: TextPage
  readonly detections: readonly Detection[]
  readonly colours: ReadonlyMap<string, string>
  readonly codes: readonly Code[]
  readonly found: EntryView['found']
}

/** Measured once for an entry, however often it is painted. */
export function useContent(entry: EntryView): Content {
  const { lines, codes, answer, found } = entry
  return useMemo(() => {
    const detections = answer?.kind === 'boxes' ? answer.detections : []
    return {
      page: makePage(lines),
      detections,
      colours: coloursOf(detections.map(({ label }) => label)),
      codes,
      found
    }
  }, [lines, codes, answer, found])
}

/** Where the lines of an entry stand in the text that is shown of it. */
export function useAlignment({ lines, text }: Pick<EntryView, 'lines' | 'text'>): Alignment {
  return useMemo(
    () =>
      alignLines(
        lines.map((line) => line.text),
        text
      ),
    [lines, text]
  )
}
