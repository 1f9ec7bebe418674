import { NumberInput } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { bridge } from '../../../app/bridge.ts'
import { useSettings } from '../../../app/settings.ts'
import { Announced } from '../../../ui/Announced.tsx'
import { useFormats } from '../../../ui/useFormats.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting, SettingGroup } from '../parts/Setting.tsx'
import { useChange } from '../parts/useChange.ts'
import { type Rule, type RuleValues, rulesOf } from './rules.ts'

const limits: Readonly<Record<Rule, { readonly most: number; readonly step: number }>> = {
  keepDays: { most: 36_500, step: 30 },
  keepEntries: { most: 10_000_000, step: 1000 },
  keepGigabytes: { most: 1_000_000, step: 1 }
}

/** What is deleted by itself, and what that would be now. */
export function RetentionSettings() {
  const { t } = useTranslation(['settings', 'common'])
  const { library } = useSettings().values
  const change = useChange()
  const { keepDays, keepEntries, keepBytes } = library
  const values: RuleValues = {
    keepDays,
    keepEntries,
    keepGigabytes: keepBytes === undefined ? undefined : keepBytes / 1e9
  }
  const set = (rule: Rule, value: number | undefined): void => {
    if (value === values[rule]) return
    const patch =
      rule === 'keepGigabytes' ? { keepBytes: value === undefined ? undefined : value * 1e9 } : { [rule]: value }
    void change({ library: patch }, t('changed', { name: t(`library.${rule}`) }))
  }
  return (
    <SettingGroup title={t('library.retention')}>
      {(['keepDays', 'keepEntries', 'keepGigabytes'] as const).map((rule) => (
        <Setting key={rule} label={t(`library.${rule}`)} text={t(`library.${rule}Text`)}>
          {({ id }) => (
            <NumberInput
              id={id}
              w="9rem"
              key={values[rule]}
              defaultValue={values[rule] ?? ''}
              placeholder={t('library.unlimited')}
              min={rule === 'keepGigabytes' ? 0.001 : 1}
              max={limits[rule].most}
              step={limits[rule].step}
              allowDecimal={rule === 'keepGigabytes'}
              thousandSeparator={t('library.thousands')}
              onBlur={(event) => set(rule, numberOf(event.currentTarget.value))}
            />
          )}
        </Setting>
      ))}
      <Forecast values={values} />
    </SettingGroup>
  )
}

/** The number in a field; undefined when it is empty. */
function numberOf(text: string): number | undefined {
  const number = Number(text.replaceAll(/[^\d.]/g, ''))
  return text.trim() === '' || number <= 0 ? undefined : number
}

/** What would go by these rules if they were applied now. */
function Forecast({ values }: { readonly values: RuleValues }) {
  const { t } = useTranslation(['settings', 'common'])
  const formats = useFormats()
  const plan = useVerb(bridge().library.care)
  const { run } = plan
  const rules = rulesOf(values)
  const key = JSON.stringify(rules)
  useEffect(() => {
    const wanted: NonNullable<typeof rules> = JSON.parse(key ?? 'null')
    if (wanted !== null) void run({ action: 'plan', rules: wanted })
  }, [key, run])
  const report = plan.value?.kind === 'plan' ? plan.value : undefined
  return (
    <Announced size="sm" c="dimmed" mih="1.5em">
      {rules === undefined && t('library.nothingGoes')}
      {rules !== undefined &&
        report !== undefined &&
        (report.entries === 0
          ? t('library.noneGoes')
          : t('library.wouldGo', {
              count: report.entries,
              number: formats.number(report.entries),
              size: formats.bytes(report.bytes)
            }))}
    </Announced>
  )
}
