import { Button, Group, Text, Title } from '@mantine/core'
import { ClipboardCopy, RotateCw } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diagnosis } from '../../../preload/contract/app.ts'
import { bridge } from '../../app/bridge.ts'
import { notify } from '../../ui/notify.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useVerb } from '../../ui/useVerb.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { CaptureTimes } from './CaptureTimes.tsx'
import classes from './DiagnosticsRoom.module.css'
import { FindingGroupView } from './FindingGroupView.tsx'
import { countOf, groupsOf } from './groups.ts'

/** How everything is doing, what to do where it is not well, and a report to copy. */
export function DiagnosticsRoom() {
  const { t } = useTranslation('diagnostics')
  const { run, value, isBusy, problem } = useVerb(bridge().app.diagnose)
  useEffect(() => void run({}), [run])
  const copy = async (): Promise<void> => {
    if (value === undefined) return
    await navigator.clipboard.writeText(value.report)
    notify.success(t('copied'))
  }
  return (
    <div className={classes['room']}>
      <div className={classes['page']}>
        <header className={classes['head']}>
          <div>
            <Title order={1} size="h3">
              {t('title')}
            </Title>
            <Summary diagnosis={value} />
          </div>
          <Group gap="xs">
            <Button
              variant="default"
              size="sm"
              loading={isBusy}
              leftSection={<RotateCw size="1rem" aria-hidden />}
              onClick={() => void run({})}
            >
              {t('refresh')}
            </Button>
            <Button
              size="sm"
              disabled={value === undefined}
              leftSection={<ClipboardCopy size="1rem" aria-hidden />}
              onClick={() => void copy()}
            >
              {t('copy')}
            </Button>
          </Group>
        </header>
        {problem !== undefined && <ProblemView problem={problem} retry={() => void run({})} />}
        {value === undefined && isBusy && <Waiting words={t('looking')} />}
        {value !== undefined && (
          <>
            <Text size="sm" c="dimmed">
              {t('private')}
            </Text>
            <div className={classes['groups']}>
              {groupsOf(value.findings).map((group) => (
                <FindingGroupView key={group.room} group={group} />
              ))}
            </div>
            <CaptureTimes captures={value.captures} />
          </>
        )}
      </div>
    </div>
  )
}

/** All of it in one sentence. */
function Summary({ diagnosis }: { readonly diagnosis: Diagnosis | undefined }) {
  const { t } = useTranslation('diagnostics')
  const findings = diagnosis?.findings ?? []
  const [bad, doubtful] = [countOf(findings, 'bad'), countOf(findings, 'doubtful')]
  const parts = [
    ...(bad > 0 ? [t('bad', { count: bad })] : []),
    ...(doubtful > 0 ? [t('doubtful', { count: doubtful })] : [])
  ]
  return (
    <Text component="output" display="block" c="dimmed" mih="1.55em">
      {diagnosis === undefined ? '' : parts.length === 0 ? t('well') : parts.join(' ')}
    </Text>
  )
}
