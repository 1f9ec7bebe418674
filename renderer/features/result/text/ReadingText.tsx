import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { EntryView, TextRange } from '../../../../preload/contract/library.ts'
import { useAlignment } from '../../viewer/content.ts'
import { choose, type Highlight, light, useHighlight } from '../../viewer/highlight.ts'
import { type Alignment, lineAtOffset } from '../../viewer/text/alignment.ts'
import { Chunks } from './Chunks.tsx'
import type { Chunk } from './chunks.ts'
import { doubtfulRanges } from './doubtful.ts'
import { markRanges, offsetAt, unmark } from './marks.ts'
import classes from './Text.module.css'

type Placed = Map<number, { readonly chunk: Chunk; readonly element: HTMLElement }>

/** What was read, with doubtful words marked; its lines and their places in the picture light up together. */
export function ReadingText({ entry }: { readonly entry: EntryView }) {
  const alignment = useAlignment(entry)
  const placed = useRef<Placed>(new Map())
  const doubtful = useMemo(
    () => (entry.isEdited ? [] : doubtfulRanges(entry.lines, alignment)),
    [entry.lines, entry.isEdited, alignment]
  )
  const place = useCallback((chunk: Chunk, element: HTMLElement | null): void => {
    if (element === null) placed.current.delete(chunk.start)
    else placed.current.set(chunk.start, { chunk, element })
  }, [])
  useMarks(alignment, doubtful, placed)

  const lineUnder = (x: number, y: number): number | undefined => {
    const offset = offsetAt(x, y, placed.current)
    return offset === undefined ? undefined : lineAtOffset(alignment, offset)
  }
  return (
    // The text itself is reached by the keyboard like any text; the picture has the same lines for whoever cannot point.
    <div
      className={classes['text']}
      data-layout={entry.layout}
      onPointerMove={(event) => lightLine(lineUnder(event.clientX, event.clientY))}
      onPointerLeave={() => lightLine(undefined)}
      onPointerUp={(event) => {
        // Whoever selects text does not want the picture to move.
        if (getSelection()?.isCollapsed === false) return
        const line = lineUnder(event.clientX, event.clientY)
        if (line !== undefined) choose({ kind: 'line', index: line }, 'result')
      }}
    >
      <Chunks text={entry.text} place={place} />
    </div>
  )
}

function lightLine(line: number | undefined): void {
  light(line === undefined ? undefined : { kind: 'line', index: line })
}

function useMarks(alignment: Alignment, doubtful: readonly TextRange[], placed: { readonly current: Placed }): void {
  useEffect(() => {
    markRanges('result-doubtful', doubtful, placed.current)
    const rangeOf = ({ lit, chosen }: Pick<Highlight, 'lit' | 'chosen'>): TextRange[] => {
      const target = lit ?? chosen?.target
      const line = target?.kind === 'line' ? alignment.lines[target.index] : undefined
      return line === undefined ? [] : [[line.start, line.end]]
    }
    const stop = useHighlight.subscribe((highlight, former) => {
      if (highlight.lit === former.lit && highlight.chosen === former.chosen) return
      markRanges('result-lit', rangeOf(highlight), placed.current)
      if (highlight.chosen !== former.chosen && highlight.chosen?.from === 'picture') {
        scrollTo(rangeOf({ lit: undefined, chosen: highlight.chosen })[0], placed.current)
      }
    })
    return () => {
      stop()
      unmark('result-doubtful')
      unmark('result-lit')
    }
  }, [alignment, doubtful, placed])
}

function scrollTo(range: TextRange | undefined, placed: Placed): void {
  if (range === undefined) return
  for (const { chunk, element } of placed.values()) {
    const node = element.firstChild
    if (!(node instanceof Text) || range[0] < chunk.start || range[0] >= chunk.start + node.length) continue
    const place = new Range()
    place.setStart(node, range[0] - chunk.start)
    place.setEnd(node, Math.min(node.length, range[0] - chunk.start + 1))
    const scroller = element.closest('[data-scroller]')
    const box = place.getBoundingClientRect()
    const frame = scroller?.getBoundingClientRect()
    if (scroller === null || frame === undefined || (box.top >= frame.top && box.bottom <= frame.bottom)) return
    scroller.scrollBy({ top: box.top - frame.top - frame.height / 3 })
    return
  }
}
