import { Skeleton, Stack } from '@mantine/core'

const widths = ['92%', '100%', '84%', '96%', '61%'] as const

/** Room for the first lines of a text. */
export function LinesToCome({ lines = widths.length }: { readonly lines?: number }) {
  return (
    <Stack gap="0.625rem" py="0.25rem" aria-hidden>
      {widths.slice(0, lines).map((width) => (
        <Skeleton key={width} height="0.75rem" width={width} radius="xl" />
      ))}
    </Stack>
  )
}
