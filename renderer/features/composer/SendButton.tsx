import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../preload/contract/result.ts'
import { useView } from '../../app/view.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import type { Gap } from './wish.ts'

interface Props {
  readonly gap: Gap | undefined
  readonly count: number
  /** Undefined while it is not known. */
  readonly host: string | undefined
  readonly isLocal: boolean
  readonly isReady: boolean
  readonly isBusy: boolean
  /** Entries that hold the answer already. */
  readonly known: readonly number[]
  readonly problem: Problem | undefined
  /** `anew`: although it was asked before. */
  readonly send: (anew?: boolean) => void
}

/** The one button, and what stands in its way. */
export function SendButton({ gap, count, host, isLocal, isReady, isBusy, known, problem, send }: Props) {
  const { t } = useTranslation('composer')
  const label = isLocal ? t('read', { count }) : host === undefined || host === '' ? t('send') : t('sendTo', { host })
  return (
    <Stack gap="xs">
      {problem !== undefined && <ProblemView problem={problem} />}
      {known.length > 0 && <Known known={known} again={() => send(true)} />}
      <Button fullWidth disabled={!isReady} loading={isBusy} onClick={() => send()}>
        {label}
      </Button>
      {gap !== undefined && (
        <Text component="output" size="xs" c="dimmed" ta="center">
          {t(`gaps.${gap}`)}
        </Text>
      )}
    </Stack>
  )
}

/** The same was asked before: nobody pays twice without wanting to. */
function Known({ known, again }: { readonly known: readonly number[]; readonly again: () => void }) {
  const { t } = useTranslation('composer')
  const show = useView((view) => view.show)
  return (
    <Alert color="lens" variant="light" title={t('known', { count: known.length })}>
      <Group gap="xs">
        <Button size="xs" onClick={() => show(known[0])}>
          {t('showKnown')}
        </Button>
        <Button size="xs" variant="default" onClick={again}>
          {t('askAnew')}
        </Button>
      </Group>
    </Alert>
  )
}
