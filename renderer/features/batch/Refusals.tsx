import { ScrollArea } from '@mantine/core'
import { FileX2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QueueStatus } from '../../../preload/contract/jobs.ts'
import { useTold } from '../../ui/useTold.ts'
import classes from './BatchRoom.module.css'

/** More would only be a wall; the first say what is wrong. */
const mostShown = 500

/** Files of which no job could be made, each with the reason and what to do. */
export function Refusals({ refusals }: { readonly refusals: QueueStatus['refusals'] }) {
  const { t } = useTranslation('batch')
  const told = useTold()
  const shown = refusals.slice(0, mostShown)
  return (
    // Scrolled by keys: nothing in it could take the focus.
    <ScrollArea
      className={classes['files'] ?? ''}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('files.refused') }}
    >
      <ul className={classes['refusals']}>
        {shown.map(({ path, problem }) => (
          <li key={path}>
            <FileX2 size="1rem" strokeWidth={1.75} aria-hidden />
            <div>
              <div className={classes['path']}>
                <bdi>{path}</bdi>
              </div>
              <div className={classes['quiet']}>{told(problem)}</div>
            </div>
          </li>
        ))}
        {refusals.length > shown.length && <li>{t('files.more', { count: refusals.length - shown.length })}</li>}
      </ul>
    </ScrollArea>
  )
}
