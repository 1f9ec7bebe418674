import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../preload/contract/library.ts'
import { bridge } from '../../app/bridge.ts'
import { useView } from '../../app/view.ts'
import { useVerb } from '../../ui/useVerb.ts'
import { EntryName } from './EntryName.tsx'

/** So many are enough to choose from; the library has all of them. */
const most = 6

interface Props {
  readonly entry: EntryView
  readonly compare: (other: number) => void
}

/** What else was asked about the same picture. */
export function Siblings({ entry, compare }: Props) {
  const { t } = useTranslation('result')
  const show = useView((view) => view.show)
  const { run, value } = useVerb(bridge().library.find)
  const { siblings, picture } = entry
  const key = siblings.join(' ')
  useEffect(() => {
    if (key !== '') void run({ filters: { picture: picture.id }, limit: most + 1 })
  }, [run, key, picture.id])
  const others = (value?.hits ?? []).map((hit) => hit.entry).filter(({ id }) => siblings.includes(id))
  if (key === '' || others.length === 0) return null
  return (
    <Stack gap={4} mt="lg">
      <Text size="xs" fw={600} c="dimmed">
        {t('siblings')}
      </Text>
      {others.slice(0, most).map((other) => (
        <Group key={other.id} gap="xs" wrap="nowrap" justify="space-between">
          <Button
            variant="subtle"
            size="compact-sm"
            fw={400}
            justify="flex-start"
            style={{ minWidth: 0 }}
            onClick={() => show(other.id)}
          >
            <EntryName entry={other} />
          </Button>
          {other.state === 'done' && (
            <Button variant="default" size="compact-xs" style={{ flex: 'none' }} onClick={() => compare(other.id)}>
              {t('compare.action')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  )
}
