import { Button, Group, List, Menu, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CareReport, ExportFormat } from '../../../../preload/contract/library.ts'
import { bridge } from '../../../app/bridge.ts'
import { notify } from '../../../ui/notify.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useTold } from '../../../ui/useTold.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting, SettingGroup } from '../parts/Setting.tsx'

const formats = ['zip', 'jsonl', 'markdown', 'txt', 'csv', 'pdf'] as const satisfies readonly ExportFormat[]

/** Backup, check, import and export. */
export function CareSettings() {
  const { t } = useTranslation(['settings', 'common'])
  return (
    <SettingGroup title={t('library.care')}>
      <BackupSetting />
      <CheckSetting />
      <TransferSetting />
    </SettingGroup>
  )
}

function BackupSetting() {
  const { t } = useTranslation(['settings', 'common'])
  const care = useVerb(bridge().library.care)
  const run = async (): Promise<void> => {
    const report = await care.run({ action: 'backup' })
    if (report?.kind === 'backup') notify.success(t('library.backedUp', { file: report.file }))
  }
  return (
    <Setting label={t('library.backup')} text={t('library.backupText')}>
      {({ id }) => (
        <>
          <Button id={id} variant="default" loading={care.isBusy} onClick={() => void run()}>
            {t('library.backupButton')}
          </Button>
          {care.problem !== undefined && <ProblemView problem={care.problem} />}
        </>
      )}
    </Setting>
  )
}

function CheckSetting() {
  const { t } = useTranslation(['settings', 'common'])
  const care = useVerb(bridge().library.care)
  const report = care.value?.kind === 'check' ? care.value : undefined
  const check = (mend: boolean) => void care.run({ action: 'check', thorough: mend, mend })
  return (
    <Setting label={t('library.check')} text={t('library.checkText')} isWide>
      {({ id }) => (
        <Stack gap="xs">
          <Group gap="xs">
            <Button id={id} variant="default" loading={care.isBusy} onClick={() => check(false)}>
              {t('library.checkButton')}
            </Button>
            {report?.sound === false && (
              <Button loading={care.isBusy} onClick={() => check(true)}>
                {t('library.mend')}
              </Button>
            )}
          </Group>
          {report !== undefined && <Findings report={report} />}
          {care.problem !== undefined && <ProblemView problem={care.problem} />}
        </Stack>
      )}
    </Setting>
  )
}

function Findings({ report }: { readonly report: Extract<CareReport, { kind: 'check' }> }) {
  const { t } = useTranslation(['settings', 'common'])
  const told = useTold()
  return (
    <output>
      <Text size="sm">{report.sound ? t('library.sound') : t('library.unsound')}</Text>
      {!report.sound && (
        <List size="sm">
          {report.sentences.map((sentence) => (
            <List.Item key={sentence.message}>{told(sentence)}</List.Item>
          ))}
        </List>
      )}
    </output>
  )
}

function TransferSetting() {
  const { t } = useTranslation(['settings', 'palette'])
  const care = useVerb(bridge().library.care)
  const save = useVerb(bridge().library.export)
  const take = async (): Promise<void> => {
    const report = await care.run({ action: 'import' })
    if (report?.kind !== 'import') return
    const { added, known, refused } = report
    notify.success([t('library.imported', { count: added }), t('library.importRest', { known, refused })].join(' '))
  }
  const give = async (format: ExportFormat): Promise<void> => {
    const report = await save.run({ format })
    if (report?.kind === 'saved') notify.success(t('palette:exported', { name: report.name }))
  }
  return (
    <Setting label={t('library.transfer')} text={t('library.transferText')} keywords="zip jsonl csv pdf markdown">
      {({ id }) => (
        <>
          <Group gap="xs">
            <Button id={id} variant="default" loading={care.isBusy} onClick={() => void take()}>
              {t('library.import')}
            </Button>
            <Menu shadow="md" position="bottom-end">
              <Menu.Target>
                <Button variant="default" loading={save.isBusy}>
                  {t('library.export')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {formats.map((format) => (
                  <Menu.Item key={format} onClick={() => void give(format)}>
                    {t(`library.formats.${format}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Group>
          {care.problem !== undefined && <ProblemView problem={care.problem} />}
          {save.problem !== undefined && <ProblemView problem={save.problem} />}
        </>
      )}
    </Setting>
  )
}
