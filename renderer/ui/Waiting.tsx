import { Center, Loader, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'

/** Before that nothing is shown: a flash of a spinner is worse than a moment of nothing. */
const quiet = 300
const wordless = 1000

/** Something takes a moment: nothing at first, then a spinner, after a second with words. Fills its place. */
export function Waiting({ words }: { readonly words: string }) {
  const [stage, setStage] = useState<'quiet' | 'spinner' | 'words'>('quiet')
  useEffect(() => {
    const timers = [setTimeout(() => setStage('spinner'), quiet), setTimeout(() => setStage('words'), wordless)]
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <Center h="100%" w="100%" component="output">
      {stage !== 'quiet' && (
        <Stack align="center" gap="sm">
          <Loader size="sm" aria-hidden />
          <Text size="sm" c="dimmed" opacity={stage === 'words' ? 1 : 0}>
            {words}
          </Text>
        </Stack>
      )}
    </Center>
  )
}
