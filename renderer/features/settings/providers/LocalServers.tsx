import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProviderView } from '../../../../preload/contract/settings.ts'
import { bridge, settled } from '../../../app/bridge.ts'
import { useSettings } from '../../../app/settings.ts'
import { Announced } from '../../../ui/Announced.tsx'
import { Setting } from '../parts/Setting.tsx'
import { useChange } from '../parts/useChange.ts'

/** Asks the usual addresses of this machine whether a model server runs there. */
export function LocalServers({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const { providers, values } = useSettings()
  const change = useChange()
  const [isBusy, setBusy] = useState(false)
  const [found, setFound] = useState<readonly ProviderView[]>()
  const look = async (): Promise<void> => {
    setBusy(true)
    const local = providers.filter((provider) => provider.isLocal && provider.baseUrl !== '')
    const answers = await Promise.all(
      local.map((provider) => settled(bridge().vision.check({ what: 'models', provider: provider.id })))
    )
    setFound(local.filter((_, place) => answers[place]?.ok))
    setBusy(false)
  }
  const use = async (id: string): Promise<void> => {
    const isAdded = await change({
      vision: { providers: { ...values.vision.providers, [id]: values.vision.providers[id] ?? {} } }
    })
    if (isAdded) onAdded(id)
  }
  return (
    <Setting label={t('providers.local')} text={t('providers.localText')} keywords="ollama lm studio llama.cpp vllm">
      {() => (
        <Stack gap="xs" align="flex-end">
          <Button variant="default" loading={isBusy} onClick={() => void look()}>
            {t('providers.localLook')}
          </Button>
          {found?.length === 0 && (
            <Announced size="sm" c="dimmed">
              {t('providers.localNone')}
            </Announced>
          )}
          {found?.map((provider) => (
            <Group key={provider.id} gap="xs">
              <Text size="sm">{provider.title}</Text>
              <Button size="xs" variant="light" onClick={() => void use(provider.id)}>
                {t('providers.localUse')}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
    </Setting>
  )
}
