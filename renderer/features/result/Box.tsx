import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Box.module.css'
import { Scroller } from './Scroller.tsx'

interface Props {
  /** What is in it, in a few words. */
  readonly title: string
  /** How a screen reader calls what can be scrolled. */
  readonly label: string
  /** At the end of the title's line, such as a button that copies. */
  readonly action: ReactNode
  readonly children: ReactNode
}

/** A part of an answer in a frame of its own, with a title and room to scroll sideways. */
export function Box({ title, label, action, children }: Props) {
  return (
    <figure className={classes['box']}>
      <figcaption className={classes['bar']}>
        <Text size="xs" c="dimmed" truncate>
          <bdi>{title}</bdi>
        </Text>
        {action}
      </figcaption>
      <Scroller label={label} className={classes['scroll']}>
        {children}
      </Scroller>
    </figure>
  )
}
