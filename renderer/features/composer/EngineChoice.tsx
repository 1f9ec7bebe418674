import { Anchor, Autocomplete, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { bridge } from '../../app/bridge.ts'
import { useSettings } from '../../app/settings.ts'
import { useView } from '../../app/view.ts'
import { useVerb } from '../../ui/useVerb.ts'
import { engineChoices, useWish } from './wish.ts'

/** Who answers: this device, or a model of one of the providers in use. */
export function EngineChoice() {
  const { t } = useTranslation('composer')
  const { wish, change } = useWish()
  const { values, providers } = useSettings()
  const go = useView((view) => view.go)
  const provider = providers.find(({ id }) => id === (wish.provider ?? values.vision.provider))
  const offered = providers.filter(({ id, inUse }) => inUse || id === provider?.id)
  return (
    <Stack gap="xs">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('engine')}
        value={wish.engine}
        onChange={(engine) => change({ engine })}
        data={engineChoices.map((engine) => ({ value: engine, label: t(`engines.${engine}`) }))}
      />
      {wish.engine !== 'device' && (
        <>
          <Select
            size="xs"
            label={t('provider')}
            allowDeselect={false}
            value={provider?.id ?? null}
            onChange={(id) => change({ provider: id ?? undefined })}
            data={offered.map(({ id, title }) => ({ value: id, label: title }))}
          />
          {wish.engine === 'model' && provider !== undefined && <Model provider={provider.id} />}
          <Text size="xs" c="dimmed">
            {wish.engine !== 'model' && (
              <bdi>{(wish.engine === 'fast' ? provider?.fast : provider?.precise) ?? t('noModel')}</bdi>
            )}{' '}
            <Anchor component="button" type="button" size="xs" onClick={() => go('settings')}>
              {t('providers')}
            </Anchor>
          </Text>
        </>
      )}
    </Stack>
  )
}

/** Any model's name; those that the provider lists are offered, the ones that see first. */
function Model({ provider }: { readonly provider: string }) {
  const { t } = useTranslation('composer')
  const { wish, change } = useWish()
  const { run, value } = useVerb(bridge().vision.check)
  useEffect(() => void run({ what: 'models', provider }), [run, provider])
  const models = value?.what === 'models' ? value.models : []
  const offered = models.filter(({ sees }) => sees !== false).map(({ id }) => id)
  return (
    <Autocomplete
      size="xs"
      label={t('model')}
      placeholder={t('modelPlaceholder')}
      value={wish.model}
      onChange={(model) => change({ model })}
      data={Array.from(new Set(offered))}
      limit={50}
    />
  )
}
