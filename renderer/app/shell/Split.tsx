import { type SplitterPaneSize, useElementSize, useMergedRef, useSplitter } from '@mantine/hooks'
import type { CSSProperties, ReactNode } from 'react'
import { usePanes } from '../panes.ts'
import classes from './Split.module.css'

interface Side {
  readonly size: SplitterPaneSize
  readonly min: SplitterPaneSize
  readonly max?: SplitterPaneSize
}

interface Props {
  /** Under which its sizes are kept. */
  readonly name: string
  /** What a screen reader calls the line between, such as `Width of the library`. */
  readonly label: string
  readonly first: Side
  readonly second: Side
  readonly isFirstHidden?: boolean
  /** The second below the first, as long as there is no room beside it. Narrower than so many pixels. */
  readonly stackBelow?: number
  readonly children: readonly [ReactNode, ReactNode]
}

/** Two panes side by side with a line between that pointer and arrow keys move. Enter or a double click goes back. */
export function Split({ name, label, first, second, isFirstHidden = false, stackBelow = 0, children }: Props) {
  const { ref: measured, width } = useElementSize<HTMLDivElement>()
  const isStacked = width > 0 && width < stackBelow
  const place = isStacked ? `${name} stacked` : name
  const kept = usePanes((panes) => panes.sizes[place])
  const resize = usePanes((panes) => panes.resize)
  const { ref, sizes, getHandleProps } = useSplitter({
    panels: [
      { defaultSize: first.size, min: first.min, ...(first.max === undefined ? {} : { max: first.max }) },
      { defaultSize: second.size, min: second.min, ...(second.max === undefined ? {} : { max: second.max }) }
    ],
    sizes: Array.from(kept ?? [first.size, second.size]),
    onSizeChange: (changed) => resize(place, changed),
    orientation: isStacked ? 'vertical' : 'horizontal',
    step: '16px',
    shiftStep: '96px'
  })
  const merged = useMergedRef(ref, measured)
  return (
    <div className={classes['split']} ref={merged} data-stacked={isStacked || undefined}>
      <div
        className={classes['pane']}
        style={flexOf(sizes[0] ?? first.size, isStacked ? '8rem' : first.min)}
        hidden={isFirstHidden}
      >
        {children[0]}
      </div>
      <div className={classes['handle']} aria-label={label} hidden={isFirstHidden} {...getHandleProps({ index: 0 })} />
      <div className={classes['pane']} style={flexOf(sizes[1] ?? second.size, isStacked ? '8rem' : second.min)}>
        {children[1]}
      </div>
    </div>
  )
}

/** Sizes with a unit stay as they are, bare numbers share what is left. */
function flexOf(size: SplitterPaneSize, min: SplitterPaneSize): CSSProperties {
  const least = { '--least': String(min) }
  if (typeof size === 'string' && !size.endsWith('%')) return { ...least, flex: `0 1 ${size}` }
  return { ...least, flex: `${Number.parseFloat(String(size))} 1 0` }
}
