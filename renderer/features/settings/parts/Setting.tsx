import { Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Setting.module.css'
import { useIsFound } from './search.ts'

/** What a control needs to be named and described by the texts beside it. */
export interface Named {
  readonly id: string
  readonly 'aria-labelledby': string
  readonly 'aria-describedby': string
}

interface Props {
  readonly label: string
  readonly text?: string
  /** Further words to find it by. */
  readonly keywords?: string
  /** The control below the texts over the whole width, not beside them. */
  readonly isWide?: boolean
  readonly children: (named: Named) => ReactNode
}

/** One setting: what it is, and its control. Hides when it is not what is looked for. */
export function Setting({ label, text, keywords, isWide = false, children }: Props) {
  const id = useId()
  const isShown = useIsFound([label, text, keywords])
  if (!isShown) return null
  const named = { id, 'aria-labelledby': `${id}-label`, 'aria-describedby': `${id}-text` }
  return (
    <div className={classes['setting']} data-setting data-wide={isWide || undefined}>
      <div className={classes['texts']}>
        <Text component="label" htmlFor={id} id={named['aria-labelledby']} size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm" c="dimmed" id={named['aria-describedby']}>
          {text}
        </Text>
      </div>
      <div className={classes['control']}>{children(named)}</div>
    </div>
  )
}

/** A part of a section with a heading of its own; gone when nothing in it is found. */
export function SettingGroup({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <div className={classes['group']}>
      {title !== undefined && (
        <Text component="h3" className={classes['title']}>
          {title}
        </Text>
      )}
      {children}
    </div>
  )
}
