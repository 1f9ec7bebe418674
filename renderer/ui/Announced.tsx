import { Text, type TextProps } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props extends TextProps {
  readonly id?: string
  readonly children: ReactNode
}

/** Words that come later, such as what a test has found: a screen reader says them when they are there. */
export function Announced({ children, ...others }: Props) {
  return (
    <Text component="output" display="block" size="sm" {...others}>
      {children}
    </Text>
  )
}
