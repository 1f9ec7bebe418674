import { Pill } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filters } from '../../../preload/contract/library.ts'
import { useView } from '../../app/view.ts'
import { useFormats } from '../../ui/useFormats.ts'
import { activeKinds, type FilterKind, statesOf, without } from './filters.ts'
import classes from './LibraryPane.module.css'
import { namedTask } from './tasks.ts'

/** The filters that are on, each with a way to put it off; nothing without any. */
export function FilterLine() {
  const { t } = useTranslation('library')
  const filters = useView((view) => view.filters)
  const words = useFilterWords()
  const kinds = activeKinds(filters)
  if (kinds.length === 0) return null
  const remove = (kind: FilterKind): void => useView.getState().search(useView.getState().words, without(filters, kind))
  return (
    <div className={classes['filters']}>
      {kinds.map((kind) => (
        <Pill
          key={kind}
          size="sm"
          withRemoveButton
          onRemove={() => remove(kind)}
          removeButtonProps={{
            'aria-label': t('filters.remove', { name: words(kind) }),
            tabIndex: 0,
            'aria-hidden': false
          }}
        >
          {words(kind)}
        </Pill>
      ))}
    </div>
  )
}

function useFilterWords(): (kind: FilterKind) => string {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const filters = useView((view) => view.filters)
  const days = useDayWords()
  return (kind) => {
    switch (kind) {
      case 'tasks':
        return formats.list((filters.tasks ?? []).map((task) => t(`tasks.${namedTask(task)}`)))
      case 'sources':
        return formats.list((filters.sources ?? []).map((source) => t(`sources.${source}`)))
      case 'states':
        return formats.list(statesOf(filters).map((one) => t(one === 'open' ? 'filters.waiting' : 'filters.failed')))
      case 'days':
        return days(filters)
      case 'starred':
      case 'boxes':
      case 'batch':
      case 'picture':
    }
    return t(`filters.${kind}`)
  }
}

function useDayWords(): (filters: Filters) => string {
  const { t } = useTranslation('library')
  const formats = useFormats()
  return ({ from, to }) => {
    const first = from === undefined ? '' : formats.date(from)
    const last = to === undefined ? '' : formats.date(to - 1)
    if (first === last) return first
    if (last === '') return t('filters.since', { first })
    return first === '' ? t('filters.until', { last }) : t('filters.days', { first, last })
  }
}
