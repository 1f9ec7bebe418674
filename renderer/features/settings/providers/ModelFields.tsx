import { Autocomplete, Button, Group, Stack, Text } from '@mantine/core'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProviderView } from '../../../../preload/contract/settings.ts'
import type { VisionCheck } from '../../../../preload/contract/vision.ts'
import { bridge } from '../../../app/bridge.ts'
import { useSettings } from '../../../app/settings.ts'
import { Announced } from '../../../ui/Announced.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting } from '../parts/Setting.tsx'
import { useProviderChange } from './useProviderChange.ts'

type Model = Extract<VisionCheck, { what: 'models' }>['models'][number]

/** Which models of a provider are asked: any that is typed, or one of the list that the provider gives. */
export function ModelFields({ provider }: { readonly provider: ProviderView }) {
  const { t } = useTranslation(['settings', 'common'])
  const list = useVerb(bridge().vision.check)
  const models = list.value?.what === 'models' ? list.value.models : []
  return (
    <>
      <Setting label={t('providers.models')} text={t('providers.modelsText')} keywords="model vision" isWide>
        {() => (
          <Stack gap="sm">
            <Group grow align="flex-start">
              <ModelField provider={provider} kind="fast" models={models} />
              <ModelField provider={provider} kind="precise" models={models} />
            </Group>
            <Group gap="sm">
              <Button
                size="xs"
                variant="default"
                loading={list.isBusy}
                onClick={() => void list.run({ what: 'models', provider: provider.id })}
              >
                {t('providers.modelList')}
              </Button>
              {list.value !== undefined && (
                <Announced size="sm" c="dimmed">
                  {t('providers.modelCount', { count: models.length })}{' '}
                  {t('providers.modelsSee', { count: models.filter((model) => model.sees === true).length })}
                </Announced>
              )}
            </Group>
            {list.problem !== undefined && <ProblemView problem={list.problem} />}
          </Stack>
        )}
      </Setting>
    </>
  )
}

interface FieldProps {
  readonly provider: ProviderView
  readonly kind: 'fast' | 'precise'
  readonly models: readonly Model[]
}

function ModelField({ provider, kind, models }: FieldProps) {
  const { t } = useTranslation(['settings', 'common'])
  const change = useProviderChange(provider.id)
  const own = useSettings().values.vision.providers[provider.id]?.[kind]
  const [typed, setTyped] = useState<string>()
  const set = (value: string): void => {
    setTyped(undefined)
    const wanted = value.trim()
    if (wanted !== (own ?? '')) void change({ [kind]: wanted === '' ? undefined : wanted })
  }
  return (
    <Autocomplete
      label={t(`providers.${kind}`)}
      value={typed ?? own ?? ''}
      placeholder={provider[kind] ?? t('providers.modelNone')}
      data={models.toSorted(seeingFirst).map((model) => model.id)}
      limit={200}
      maxDropdownHeight={260}
      spellCheck={false}
      onChange={setTyped}
      onOptionSubmit={set}
      onBlur={() => typed !== undefined && set(typed)}
      renderOption={({ option }) => (
        <Sight id={option.value} sees={models.find((model) => model.id === option.value)?.sees} />
      )}
    />
  )
}

function seeingFirst(one: Model, other: Model): number {
  return Number(other.sees ?? false) - Number(one.sees ?? false)
}

/** A model with the mark whether it sees; none where nobody can tell. */
function Sight({ id, sees }: { readonly id: string; readonly sees: boolean | undefined }) {
  const { t } = useTranslation(['settings', 'common'])
  const Icon = sees === true ? Eye : EyeOff
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between" w="100%">
      <Text size="sm" c={sees === false ? 'dimmed' : 'inherit'}>
        {id}
      </Text>
      {sees !== undefined && <Icon size="1rem" aria-label={t(sees ? 'providers.sees' : 'providers.blind')} />}
    </Group>
  )
}
