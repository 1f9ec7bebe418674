import { Accordion, Badge, Button, Group, Menu, NativeSelect, NumberInput, Slider, Text } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProviderView, SettingsView } from '../../../../preload/contract/settings.ts'
import { useSettings } from '../../../app/settings.ts'
import { useFormats } from '../../../ui/useFormats.ts'
import { Setting, SettingGroup } from '../parts/Setting.tsx'
import { SearchWords } from '../parts/search.ts'
import { useChange } from '../parts/useChange.ts'
import { LocalServers } from './LocalServers.tsx'
import { ProviderPanel } from './ProviderPanel.tsx'
import classes from './Providers.module.css'

/** Who is asked: the providers in use, each with its key and models, and how they are to answer. */
export function ProvidersSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { providers, values } = useSettings()
  const words = useContext(SearchWords)
  const [open, setOpen] = useState<string | null>(null)
  const used = providers.filter((provider) => provider.inUse)
  return (
    <>
      <SettingGroup title={t('providers.used')}>
        <Accordion
          multiple
          className={classes['list']}
          order={4}
          keepMounted={false}
          value={words === '' ? (open === null ? [] : [open]) : used.map((provider) => provider.id)}
          onChange={(ids) => setOpen(ids.at(-1) ?? null)}
        >
          {used.map((provider) => (
            <Accordion.Item key={provider.id} value={provider.id}>
              <Accordion.Control>
                <ProviderTitle provider={provider} isPreferred={provider.id === values.vision.provider} />
              </Accordion.Control>
              <Accordion.Panel>
                <ProviderPanel provider={provider} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
        <Setting label={t('providers.add')} text={t('providers.addText')} keywords={providers.map(titleOf).join(' ')}>
          {() => <AddProvider onAdded={setOpen} />}
        </Setting>
        <LocalServers onAdded={setOpen} />
      </SettingGroup>
      <AnswerSettings />
    </>
  )
}

function titleOf(provider: ProviderView): string {
  return provider.title
}

/** The host of an address; the address itself where it is none. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}

function ProviderTitle({ provider, isPreferred }: { readonly provider: ProviderView; readonly isPreferred: boolean }) {
  const { t } = useTranslation(['settings', 'common'])
  const { keys } = useSettings()
  const key = keys.find((one) => one.provider === provider.id)
  return (
    <Group justify="space-between" gap="sm" pr="sm">
      <div>
        <Text size="sm" fw={500}>
          {provider.title}
        </Text>
        <Text size="xs" c="dimmed">
          {hostOf(provider.baseUrl) || t('providers.noAddress')}
        </Text>
      </div>
      <Group gap="xs">
        {isPreferred && <Badge variant="light">{t('providers.preferred')}</Badge>}
        <KeyBadge provider={provider} keyOf={key} />
      </Group>
    </Group>
  )
}

interface KeyBadgeProps {
  readonly provider: ProviderView
  readonly keyOf: SettingsView['keys'][number] | undefined
}

function KeyBadge({ provider, keyOf }: KeyBadgeProps) {
  const { t } = useTranslation(['settings', 'common'])
  const text =
    keyOf === undefined
      ? provider.needsKey
        ? t('providers.keyMissing')
        : t('providers.keyless')
      : keyOf.isUsable
        ? t('providers.keyEnds', { end: keyOf.lastFour })
        : t('providers.keyLocked')
  const isBad = keyOf === undefined ? provider.needsKey : !keyOf.isUsable
  return (
    <Text size="xs" c={isBad ? 'var(--mantine-color-error)' : 'dimmed'}>
      {text}
    </Text>
  )
}

function AddProvider({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const { providers, values } = useSettings()
  const change = useChange()
  const others = providers.filter((provider) => !provider.inUse)
  const add = async (id: string): Promise<void> => {
    const isAdded = await change({ vision: { providers: { ...values.vision.providers, [id]: {} } } })
    if (isAdded) onAdded(id)
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<Plus size="1rem" aria-hidden />} disabled={others.length === 0}>
          {t('providers.addButton')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="24rem" className={classes['menu']}>
        {others.map((provider) => (
          <Menu.Item key={provider.id} onClick={() => void add(provider.id)}>
            <Text size="sm">{provider.title}</Text>
            <Text size="xs" c="dimmed">
              {hostOf(provider.baseUrl) || t('providers.anyServer')}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function AnswerSettings() {
  const { t } = useTranslation(['settings', 'common'])
  const { vision } = useSettings().values
  const change = useChange()
  return (
    <SettingGroup title={t('providers.answers')}>
      <Setting label={t('providers.language')} text={t('providers.languageText')}>
        {({ id }) => (
          <NativeSelect
            id={id}
            value={vision.language}
            data={[
              { value: 'auto', label: t('providers.languageAuto') },
              { value: 'en', label: 'English' },
              { value: 'zh-CN', label: '简体中文' }
            ]}
            onChange={(event) => void change({ vision: { language: event.currentTarget.value } })}
          />
        )}
      </Setting>
      <Setting label={t('providers.maxTokens')} text={t('providers.maxTokensText')}>
        {({ id }) => (
          <NumberInput
            id={id}
            w="8rem"
            key={vision.maxTokens}
            defaultValue={vision.maxTokens}
            min={1}
            max={32_768}
            step={256}
            allowDecimal={false}
            onBlur={(event) => {
              const maxTokens = Number(event.currentTarget.value)
              if (maxTokens >= 1 && maxTokens !== vision.maxTokens) void change({ vision: { maxTokens } })
            }}
          />
        )}
      </Setting>
      <Setting label={t('providers.temperature')} text={t('providers.temperatureText')}>
        {(named) => (
          <Fraction
            value={vision.temperature}
            named={named['aria-labelledby']}
            onChange={(temperature) => void change({ vision: { temperature } })}
          />
        )}
      </Setting>
      <Setting label={t('providers.topP')} text={t('providers.topPText')}>
        {(named) => (
          <Fraction
            value={vision.topP}
            named={named['aria-labelledby']}
            onChange={(topP) => void change({ vision: { topP } })}
          />
        )}
      </Setting>
    </SettingGroup>
  )
}

interface FractionProps {
  readonly value: number
  readonly named: string
  readonly onChange: (value: number) => void
}

function Fraction({ value, named, onChange }: FractionProps) {
  const formats = useFormats()
  return (
    <Group gap="md" wrap="nowrap">
      <Slider
        w="12rem"
        key={value}
        defaultValue={value}
        min={0.1}
        max={1}
        step={0.05}
        thumbProps={{ 'aria-labelledby': named }}
        onChangeEnd={(next) => onChange(Math.round(next * 100) / 100)}
      />
      <Text size="sm" w="2.5rem" ta="end">
        {formats.number(value)}
      </Text>
    </Group>
  )
}
