import { Center, Stack, Text, Title } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly icon: LucideIcon
  readonly title: string
  /** What to do about it, one sentence. */
  readonly text?: string
  /** Buttons. */
  readonly children?: ReactNode
}

/** A place that has nothing to show yet, and how to change that. Fills its place. */
export function EmptyState({ icon: Icon, title, text, children }: Props) {
  return (
    <Center h="100%" p="xl">
      <Stack align="center" gap="xs" maw="26rem" ta="center">
        <Icon size="2.25rem" strokeWidth={1.25} color="var(--mantine-color-dimmed)" aria-hidden />
        <Title order={2} size="h4" fw={600} mt="xs">
          {title}
        </Title>
        {text !== undefined && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  )
}
