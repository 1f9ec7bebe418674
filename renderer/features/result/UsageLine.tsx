import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../preload/contract/library.ts'
import { useFormats } from '../../ui/useFormats.ts'
import { modelName } from './EntryName.tsx'

/** Who has answered, how long it took, and what it cost. */
export function UsageLine({ entry }: { readonly entry: Pick<EntryView, 'usage' | 'model' | 'engine'> }) {
  const { t } = useTranslation('result')
  const formats = useFormats()
  const { usage, engine } = entry
  const model = usage?.model ?? entry.model
  if (engine === 'device' || usage === undefined) return null
  const { milliseconds, promptTokens, estimatedTokens, completionTokens, sentBytes, calls } = usage
  const parts = [
    ...(milliseconds === undefined ? [] : [formats.duration(milliseconds)]),
    ...(promptTokens === undefined
      ? []
      : [t('tokensIn', { count: promptTokens, tokens: formats.number(promptTokens) })]),
    ...(promptTokens === undefined || estimatedTokens === undefined
      ? []
      : [t('tokensExpected', { tokens: formats.number(estimatedTokens) })]),
    ...(completionTokens === undefined
      ? []
      : [t('tokensOut', { count: completionTokens, tokens: formats.number(completionTokens) })]),
    ...(sentBytes === undefined ? [] : [t('sent', { size: formats.bytes(sentBytes) })]),
    ...(calls === undefined || calls === 1 ? [] : [t('calls', { count: calls })])
  ]
  return (
    <Text size="xs" c="dimmed" mt="md">
      {model !== undefined && <bdi title={model}>{modelName(model)}</bdi>}
      {parts.map((part) => ` · ${part}`)}
    </Text>
  )
}
