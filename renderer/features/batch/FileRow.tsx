import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/useFormats.ts'
import type { EntryRowProps } from '../library/list/EntryRow.tsx'
import { linesOf } from '../library/list/marks.ts'
import { StateActions } from '../library/list/StateActions.tsx'
import { StateLine } from '../library/list/StateLine.tsx'
import { Thumbnail } from '../library/list/Thumbnail.tsx'
import classes from './FileRow.module.css'

/** Height of a row in rem. */
export const fileRowHeight = 3.25

/** One file of a batch: its name, what it says or where it stands, and when it was done. */
export const FileRow = memo(function FileRow({ hit: { entry }, now, isPicked, pick }: EntryRowProps) {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const [first] = linesOf(entry.preview)
  const picked = (event: React.MouseEvent): void => {
    event.stopPropagation()
    pick(entry.id)
  }
  return (
    <>
      <td className={classes['thumbnail']}>
        <Thumbnail entry={entry} isPicked={isPicked} pick={picked} />
      </td>
      <td className={classes['name']}>
        <bdi>{entry.name}</bdi>
        {entry.page !== undefined && <span className={classes['quiet']}>{t('page', { page: entry.page })}</span>}
      </td>
      <td className={classes['state']}>
        {entry.state === 'done' ? (
          <span className={classes['said']}>{first}</span>
        ) : (
          <StateLine entry={entry} now={now} />
        )}
      </td>
      <td className={classes['end']}>
        <StateActions entry={entry} />
        {entry.finished !== undefined && entry.state === 'done' && (
          <time dateTime={new Date(entry.finished).toISOString()} title={formats.dateAndTime(entry.finished)}>
            {formats.when(entry.finished, now)}
          </time>
        )}
      </td>
    </>
  )
})
