import { Center, Loader, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'

/** Before that nothing is shown: a flash of a spinner is worse than a moment of nothing. */
const quiet = 300
const wordless = 1000
const long = 3000

export interface WaitingProps {
  readonly words: string
  /** Why it may take so long, for who still waits after three seconds. */
  readonly reason?: string
}

/** Something takes a moment: nothing at first, then a spinner, after a second with words. Fills its place. */
export function Waiting({ words, reason }: WaitingProps) {
  const [stage, setStage] = useState<'quiet' | 'spinner' | 'words' | 'reason'>('quiet')
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('spinner'), quiet),
      setTimeout(() => setStage('words'), wordless),
      setTimeout(() => setStage('reason'), long)
    ]
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <Center h="100%" w="100%" component="output">
      {stage !== 'quiet' && (
        <Stack align="center" gap="sm" maw={400}>
          <Loader size="sm" aria-hidden />
          <Text size="sm" c="dimmed" opacity={stage === 'spinner' ? 0 : 1}>
            {words}
          </Text>
          {reason !== undefined && (
            <Text size="sm" c="dimmed" ta="center" opacity={stage === 'reason' ? 1 : 0}>
              {reason}
            </Text>
          )}
        </Stack>
      )}
    </Center>
  )
}
