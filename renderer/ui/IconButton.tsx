import { ActionIcon, type ActionIconProps, Tooltip } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { useShortcutText } from './Shortcut.tsx'

interface Props extends ActionIconProps, Omit<ComponentPropsWithRef<'button'>, keyof ActionIconProps> {
  /** What it does: its name for everybody, shown when pointed at. */
  readonly label: string
  readonly icon: LucideIcon
  /** Shown with the name. */
  readonly shortcut?: string
  /** For buttons that stay down. */
  readonly isPressed?: boolean
}

/** A button that is only an icon, with a name for everybody. */
export function IconButton({ label, icon: Icon, shortcut, isPressed, ...others }: Props) {
  const text = useShortcutText()
  return (
    <Tooltip label={shortcut === undefined ? label : `${label}  ${text(shortcut)}`} openDelay={400}>
      <ActionIcon
        variant={isPressed === true ? 'light' : 'subtle'}
        color={isPressed === true ? 'lens' : 'gray'}
        size="lg"
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        {...others}
      >
        <Icon size="1.125rem" strokeWidth={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
