import { useTranslation } from 'react-i18next'
import { SettingGroup } from '../parts/Setting.tsx'
import { CareSettings } from './CareSettings.tsx'
import { ForgetToday } from './ForgetToday.tsx'
import { PlaceSetting } from './PlaceSetting.tsx'
import { RetentionSettings } from './RetentionSettings.tsx'

/** Where everything is kept, how much it is, what goes by itself, and how it is kept safe. */
export function LibrarySection() {
  const { t } = useTranslation(['settings', 'common'])
  return (
    <>
      <SettingGroup>
        <PlaceSetting />
      </SettingGroup>
      <RetentionSettings />
      <SettingGroup title={t('library.forget')}>
        <ForgetToday />
      </SettingGroup>
      <CareSettings />
    </>
  )
}
