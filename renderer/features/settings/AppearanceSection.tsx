import { Group, NativeSelect, SegmentedControl, Slider, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import { languageNames } from '../../app/shellActions.ts'
import { useFormats } from '../../ui/useFormats.ts'
import { Setting, SettingGroup } from './parts/Setting.tsx'
import { useChange } from './parts/useChange.ts'

/** How the window looks, and its language. */
export function AppearanceSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { appearance } = useSettings().values
  const change = useChange()
  const formats = useFormats()
  return (
    <SettingGroup>
      <Setting label={t('appearance.language')} text={t('appearance.languageText')} keywords="language 语言">
        {({ id }) => (
          <NativeSelect
            id={id}
            value={appearance.language}
            data={[
              { value: 'system', label: t('appearance.system') },
              ...Object.entries(languageNames).map(([value, label]) => ({ value, label }))
            ]}
            onChange={(event) => void change({ appearance: { language: event.currentTarget.value } })}
          />
        )}
      </Setting>
      <Setting label={t('appearance.theme')} keywords="dark light">
        {(named) => (
          <SegmentedControl
            {...named}
            value={appearance.theme}
            data={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`appearance.${value}`) }))}
            onChange={(theme) => void change({ appearance: { theme } })}
          />
        )}
      </Setting>
      <Setting label={t('appearance.contrast')} text={t('appearance.contrastText')}>
        {(named) => (
          <SegmentedControl
            {...named}
            value={appearance.contrast}
            data={(['system', 'normal', 'high'] as const).map((value) => ({ value, label: t(`appearance.${value}`) }))}
            onChange={(contrast) => void change({ appearance: { contrast } })}
          />
        )}
      </Setting>
      <Setting label={t('appearance.textScale')} text={t('appearance.textScaleText')}>
        {(named) => (
          <Group w="16rem">
            <Text size="sm" w="3rem" ta="end">
              {formats.percent(appearance.textScale)}
            </Text>
            <Slider
              flex={1}
              min={0.8}
              max={1.6}
              step={0.1}
              // The handle would run away from the pointer if all sizes followed it while it is held.
              key={appearance.textScale}
              defaultValue={appearance.textScale}
              label={(value) => formats.percent(value)}
              marks={[{ value: 1 }]}
              thumbProps={{ 'aria-labelledby': named['aria-labelledby'] }}
              onChangeEnd={(textScale) => void change({ appearance: { textScale: Math.round(textScale * 10) / 10 } })}
            />
          </Group>
        )}
      </Setting>
      <Setting label={t('appearance.motion')} text={t('appearance.motionText')}>
        {(named) => (
          <SegmentedControl
            {...named}
            value={appearance.motion}
            data={(['system', 'reduced'] as const).map((value) => ({ value, label: t(`appearance.${value}`) }))}
            onChange={(motion) => void change({ appearance: { motion } })}
          />
        )}
      </Setting>
    </SettingGroup>
  )
}
