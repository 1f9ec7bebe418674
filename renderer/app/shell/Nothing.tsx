import { Button, Group } from '@mantine/core'
import { ScanSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { takeIn } from '../intake.ts'
import { capture } from '../shellActions.ts'

/** In place of picture and result while nothing is chosen: how to begin. */
export function Nothing() {
  const { t } = useTranslation()
  return (
    <EmptyState icon={ScanSearch} title={t('nothing.title')} text={t('nothing.text')}>
      <Group justify="center" gap="xs" mt="md">
        <Button onClick={() => void capture('read-region')}>{t('nothing.capture')}</Button>
        <Button variant="default" onClick={() => void takeIn({ from: 'dialog', what: 'files' })}>
          {t('nothing.add')}
        </Button>
        <Button variant="subtle" onClick={() => void takeIn({ from: 'sample', name: 'receipt' })}>
          {t('nothing.sample')}
        </Button>
      </Group>
    </EmptyState>
  )
}
