import { Text } from '@mantine/core'
import { ImageDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDrop } from '../intake.ts'
import classes from './DropPlace.module.css'

/** Over the whole window while something is dragged onto it. */
export function DropPlace() {
  const { t } = useTranslation()
  const isOver = useDrop()
  if (!isOver) return null
  return (
    <div className={classes['place']}>
      <div className={classes['frame']}>
        <ImageDown size="2.5rem" strokeWidth={1.25} aria-hidden />
        <Text fw={600} size="lg">
          {t('drop.title')}
        </Text>
        <Text size="sm">{t('drop.text')}</Text>
      </div>
    </div>
  )
}
