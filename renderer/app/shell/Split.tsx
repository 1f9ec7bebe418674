import { type SplitterPaneSize, useSplitter } from '@mantine/hooks'
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
  readonly children: readonly [ReactNode, ReactNode]
}

/** Two panes side by side with a line between that pointer and arrow keys move. Enter or a double click goes back. */
export function Split({ name, label, first, second, isFirstHidden = false, children }: Props) {
  const kept = usePanes((panes) => panes.sizes[name])
  const resize = usePanes((panes) => panes.resize)
  const { ref, sizes, getHandleProps } = useSplitter({
    panels: [
      { defaultSize: first.size, min: first.min, ...(first.max === undefined ? {} : { max: first.max }) },
      { defaultSize: second.size, min: second.min, ...(second.max === undefined ? {} : { max: second.max }) }
    ],
    sizes: Array.from(kept ?? [first.size, second.size]),
    onSizeChange: (changed) => resize(name, changed),
    step: '16px',
    shiftStep: '96px'
  })
  return (
    <div className={classes['split']} ref={ref}>
      <div className={classes['pane']} style={flexOf(sizes[0] ?? first.size)} hidden={isFirstHidden}>
        {children[0]}
      </div>
      <div className={classes['handle']} aria-label={label} hidden={isFirstHidden} {...getHandleProps({ index: 0 })} />
      <div className={classes['pane']} style={flexOf(sizes[1] ?? second.size)}>
        {children[1]}
      </div>
    </div>
  )
}

/** Sizes with a unit stay as they are, bare numbers share what is left. */
function flexOf(size: SplitterPaneSize): CSSProperties {
  if (typeof size === 'string' && !size.endsWith('%')) return { flex: `0 1 ${size}` }
  return { flex: `${Number.parseFloat(String(size))} 1 0` }
}
