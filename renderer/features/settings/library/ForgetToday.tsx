import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bridge } from '../../../app/bridge.ts'
import { confirm } from '../../../ui/confirm.tsx'
import { notify } from '../../../ui/notify.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useFormats } from '../../../ui/useFormats.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting } from '../parts/Setting.tsx'
import { capturesOfToday } from './rules.ts'

/** Deletes what was captured today for good, after saying how much that is. */
export function ForgetToday() {
  const { t } = useTranslation(['settings', 'common'])
  const formats = useFormats()
  const care = useVerb(bridge().library.care)
  const forget = async (): Promise<void> => {
    const rules = capturesOfToday(new Date())
    const plan = await care.run({ action: 'plan', rules })
    if (plan?.kind !== 'plan') return
    if (plan.entries === 0) return notify.info({ message: t('library.forgetNone') })
    const isAgreed = await confirm({
      title: t('library.forgetToday'),
      message: t('library.forgetCount', { count: plan.entries, size: formats.bytes(plan.bytes) }),
      action: t('library.forgetAction')
    })
    if (!isAgreed) return
    const report = await care.run({ action: 'prune', rules })
    if (report?.kind === 'prune') notify.success(t('library.forgotten', { count: report.entries }))
  }
  return (
    <Setting label={t('library.forgetToday')} text={t('library.forgetTodayText')}>
      {({ id }) => (
        <>
          <Button id={id} variant="default" loading={care.isBusy} onClick={() => void forget()}>
            {t('library.forgetButton')}
          </Button>
          {care.problem !== undefined && <ProblemView problem={care.problem} />}
        </>
      )}
    </Setting>
  )
}
