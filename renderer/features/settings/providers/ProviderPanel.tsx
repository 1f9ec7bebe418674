import { Button, Group, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProviderView } from '../../../../preload/contract/settings.ts'
import { useSettings } from '../../../app/settings.ts'
import { Setting } from '../parts/Setting.tsx'
import { useChange } from '../parts/useChange.ts'
import { AddressField } from './AddressField.tsx'
import { ConnectionTest } from './ConnectionTest.tsx'
import { KeyField } from './KeyField.tsx'
import { ModelFields } from './ModelFields.tsx'
import { useProviderChange } from './useProviderChange.ts'

const boxSpaces = ['thousand', 'thousand-y-first', 'pixels', 'unit'] as const

/** All that a person can say about one provider. */
export function ProviderPanel({ provider }: { readonly provider: ProviderView }) {
  const { t } = useTranslation(['settings', 'common'])
  const { values, keys } = useSettings()
  const changeSettings = useChange()
  const change = useProviderChange(provider.id)
  const own = values.vision.providers[provider.id] ?? {}
  const isPreferred = values.vision.provider === provider.id
  const hasKey = keys.some((key) => key.provider === provider.id)

  const leave = (): void => {
    const { [provider.id]: _gone, ...others } = values.vision.providers
    const message = t('providers.left', { name: provider.title })
    void changeSettings({ vision: { providers: others } }, message)
  }

  return (
    <>
      <KeyField provider={provider} />
      <AddressField provider={provider} />
      <ModelFields provider={provider} />
      <ConnectionTest provider={provider} />
      <Setting label={t('providers.prefer')} text={t('providers.preferText')}>
        {({ id }) => (
          <Switch
            id={id}
            checked={isPreferred}
            disabled={isPreferred}
            onChange={() => void changeSettings({ vision: { provider: provider.id } })}
          />
        )}
      </Setting>
      <Setting label={t('providers.concurrency')} text={t('providers.concurrencyText')}>
        {({ id }) => (
          <NumberInput
            id={id}
            w="8rem"
            key={own.concurrency}
            defaultValue={own.concurrency ?? ''}
            placeholder={t('providers.concurrencyAuto')}
            min={1}
            max={64}
            allowDecimal={false}
            onBlur={(event) => {
              const { value } = event.currentTarget
              const concurrency = value === '' ? undefined : Number(value)
              if (concurrency !== own.concurrency) void change({ concurrency })
            }}
          />
        )}
      </Setting>
      <Setting label={t('providers.boxes')} text={t('providers.boxesText')}>
        {({ id }) => (
          <NativeSelect
            id={id}
            value={own.boxes ?? ''}
            data={[
              { value: '', label: t('providers.boxesAuto') },
              ...boxSpaces.map((value) => ({ value, label: t(`providers.boxSpaces.${value}`) }))
            ]}
            onChange={(event) => void change({ boxes: boxSpaces.find((space) => space === event.currentTarget.value) })}
          />
        )}
      </Setting>
      {!isPreferred && !hasKey && (
        <Group mt="sm">
          <Button variant="subtle" color="red" size="xs" onClick={leave}>
            {t('providers.leave')}
          </Button>
        </Group>
      )}
    </>
  )
}
