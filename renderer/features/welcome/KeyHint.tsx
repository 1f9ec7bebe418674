import { Button, Collapse, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import { ConnectionTest } from '../settings/providers/ConnectionTest.tsx'
import { KeyField } from '../settings/providers/KeyField.tsx'

/** A key for a model: where to get it, a field for it, and a real test. Folded until it is wanted. */
export function KeyHint() {
  const { t } = useTranslation('welcome')
  const { providers, keys, values } = useSettings()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const provider = providers.find(({ id }) => id === (chosen ?? values.vision.provider)) ?? providers[0]
  const key = keys.find((one) => one.provider === provider?.id)
  if (provider === undefined) return null
  return (
    <>
      <Text size="sm" c="dimmed">
        {key === undefined ? t('key.text') : t('key.stored', { name: provider.title, end: key.lastFour })}
      </Text>
      <Button variant="default" size="xs" mt="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'key.fold' : key === undefined ? 'key.add' : 'key.look')}
      </Button>
      <Collapse expanded={isOpen}>
        <Select
          mt="md"
          label={t('key.provider')}
          allowDeselect={false}
          value={provider.id}
          onChange={(id) => setChosen(id ?? undefined)}
          data={providers.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <KeyField key={provider.id} provider={provider} />
        {(key !== undefined || !provider.needsKey) && (
          <ConnectionTest key={`${provider.id} test`} provider={provider} />
        )}
      </Collapse>
    </>
  )
}
