import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../../app/settings.ts'
import { Setting, SettingGroup } from '../parts/Setting.tsx'
import { useChange } from '../parts/useChange.ts'
import { PackSetting } from './PackSetting.tsx'

const layouts = ['paragraphs', 'lines', 'single', 'code', 'table'] as const
const mostThreads = 16

/** How text is read on this machine. */
export function ReadingSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { packs, values } = useSettings()
  const { reading } = values
  const change = useChange()
  return (
    <>
      <SettingGroup title={t('reading.packs')}>
        {packs.map((pack) => (
          <PackSetting key={pack.id} pack={pack} />
        ))}
      </SettingGroup>
      <SettingGroup title={t('reading.text')}>
        <Setting label={t('reading.layout')} text={t('reading.layoutText')}>
          {({ id }) => (
            <NativeSelect
              id={id}
              value={reading.layout}
              data={layouts.map((value) => ({ value, label: t(`reading.layouts.${value}`) }))}
              onChange={(event) => void change({ reading: { layout: event.currentTarget.value } })}
            />
          )}
        </Setting>
        <Setting label={t('reading.threads')} text={t('reading.threadsText')} keywords="cpu">
          {({ id }) => (
            <NativeSelect
              id={id}
              value={String(reading.threads)}
              data={Array.from({ length: mostThreads + 1 }, (_, count) => ({
                value: String(count),
                label: count === 0 ? t('reading.threadsAuto') : String(count)
              }))}
              onChange={(event) => void change({ reading: { threads: Number(event.currentTarget.value) } })}
            />
          )}
        </Setting>
      </SettingGroup>
    </>
  )
}
