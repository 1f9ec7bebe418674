import { Button, Collapse, NumberInput, Select, Stack, Switch } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import { useWish } from './wish.ts'

const numbers = [
  { name: 'temperature', min: 0.1, max: 1, step: 0.1 },
  { name: 'topP', min: 0.01, max: 1, step: 0.05 },
  { name: 'maxTokens', min: 1, max: 32_768, step: 256, allowDecimal: false }
] as const

/** What few people change; the settings decide where nothing is said here. */
export function MoreOptions() {
  const { t } = useTranslation('composer')
  const { wish, change } = useWish()
  const { vision } = useSettings().values
  const [isOpen, { toggle }] = useDisclosure(false)
  if (wish.engine === 'device') return null
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-expanded={isOpen}
        onClick={toggle}
        leftSection={<Chevron size="0.875rem" aria-hidden />}
      >
        {t('more')}
      </Button>
      <Collapse expanded={isOpen}>
        <Stack gap="sm" pt="xs">
          <Select
            size="xs"
            label={t('language')}
            clearable
            placeholder={t('languagePlaceholder')}
            value={wish.language ?? null}
            onChange={(language) => change({ language: language ?? undefined })}
            data={[
              { value: 'en', label: 'English' },
              { value: 'zh-CN', label: '简体中文' }
            ]}
          />
          <Switch
            size="sm"
            label={t('tiles')}
            description={t('tilesText')}
            checked={wish.tiles ?? false}
            onChange={(event) => change({ tiles: event.currentTarget.checked || undefined })}
          />
          <Switch
            size="sm"
            label={t('localText')}
            description={t('localTextText')}
            checked={wish.localText ?? vision.localText}
            onChange={(event) => change({ localText: event.currentTarget.checked })}
          />
          {numbers.map(({ name, ...limits }) => (
            <NumberInput
              key={name}
              size="xs"
              label={t(name)}
              placeholder={String(vision[name])}
              decimalScale={2}
              {...limits}
              value={wish[name] ?? ''}
              onChange={(value) => change({ [name]: numberOf(value) })}
            />
          ))}
        </Stack>
      </Collapse>
    </div>
  )
}

function numberOf(value: number | string): number | undefined {
  return typeof value === 'number' ? value : undefined
}
