import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { Check, Copy, RotateCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../preload/contract/result.ts'
import { problemText } from './problemText.ts'

interface Props {
  readonly problem: Problem
  /** Offers to try again. */
  readonly retry?: (() => void) | undefined
  readonly isRetrying?: boolean | undefined
  /** Further buttons. */
  readonly children?: React.ReactNode
}

/** Says what did not work and what to do next; never stands in the way of what was typed. */
export function ProblemView({ problem, retry, isRetrying = false, children }: Props) {
  const { t } = useTranslation()
  const { title, advice, detail } = problemText(problem)
  // Who helps may not read the language.
  const foreign = problem.message === detail ? undefined : problem.message
  return (
    <Alert color="red" variant="light" icon={<TriangleAlert size="1.125rem" aria-hidden />} title={title} role="alert">
      <Stack gap="xs">
        {detail !== undefined && <Text size="sm">{detail}</Text>}
        {advice !== undefined && <Text size="sm">{advice}</Text>}
        <Group gap="xs">
          {retry !== undefined && (
            <Button
              size="xs"
              variant="default"
              onClick={retry}
              loading={isRetrying}
              leftSection={<RotateCw size="0.875rem" aria-hidden />}
            >
              {t('retry')}
            </Button>
          )}
          {children}
          <CopyProblem text={[title, detail, advice, foreign, `(${problem.code})`].filter(Boolean).join('\n')} />
        </Group>
      </Stack>
    </Alert>
  )
}

function CopyProblem({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const Icon = isCopied ? Check : Copy
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      onClick={() => void copy()}
      leftSection={<Icon size="0.875rem" aria-hidden />}
    >
      {isCopied ? t('copied') : t('copyProblem')}
    </Button>
  )
}
