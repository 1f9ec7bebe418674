import { Group, Kbd } from '@mantine/core'
import { keyCaps } from '../app/keys.ts'
import { useKnownStart } from '../app/start.ts'

/** The keys of a shortcut such as `Mod+K`, as this system writes them. */
export function Shortcut({ keys }: { readonly keys: string }) {
  const isMac = useKnownStart((known) => known.start?.platform === 'darwin')
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {keyCaps(keys, isMac).map((cap) => (
        <Kbd key={cap} size="xs">
          {cap}
        </Kbd>
      ))}
    </Group>
  )
}

/** The same as text, for tooltips. */
export function useShortcutText(): (keys: string) => string {
  const isMac = useKnownStart((known) => known.start?.platform === 'darwin')
  return (keys) => keyCaps(keys, isMac).join(isMac ? '' : '+')
}
