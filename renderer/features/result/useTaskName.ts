import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { taskChoices } from '../composer/wish.ts'

/** How a task is called in the chosen language. */
export function useTaskName(): (task: string) => string {
  const { t } = useTranslation('composer')
  const { t: tr } = useTranslation('result')
  return useCallback(
    (task) => {
      const known = taskChoices.find((choice) => choice === (task === 'ocr' ? 'read' : task))
      return known === undefined ? tr('ownTask') : t(`tasks.${known}`)
    },
    [t, tr]
  )
}
