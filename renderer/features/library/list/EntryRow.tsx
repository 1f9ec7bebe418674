import { Star } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '../../../../preload/contract/library.ts'
import { useFormats } from '../../../ui/useFormats.ts'
import { namedTask, taskSigns } from '../tasks.ts'
import { star } from '../verbs.ts'
import { agoText } from './ago.ts'
import classes from './EntryRow.module.css'
import { linesOf, partsOf } from './marks.ts'
import { StateActions } from './StateActions.tsx'
import { StateLine } from './StateLine.tsx'
import { Thumbnail } from './Thumbnail.tsx'

export interface EntryRowProps {
  readonly hit: Hit
  readonly now: number
  readonly isPicked: boolean
  readonly pick: (id: number) => void
}

/** One entry: what it says or where it stands, what was asked, and when. The row around it has the focus. */
export const EntryRow = memo(function EntryRow({ hit, now, isPicked, pick }: EntryRowProps) {
  const { entry } = hit
  const picked = (event: React.MouseEvent): void => {
    event.stopPropagation()
    pick(entry.id)
  }
  return (
    <>
      <td className={classes['cell']}>
        <Thumbnail entry={entry} isPicked={isPicked} pick={picked} />
      </td>
      <td className={classes['main']}>
        {entry.state === 'done' ? <Said hit={hit} /> : <Open hit={hit} now={now} />}
        <Facts hit={hit} now={now} />
      </td>
      <td className={classes['starCell']}>
        <StarButton id={entry.id} isStarred={entry.starred} />
      </td>
    </>
  )
})

/** The first line and what follows, or the place of the words that were looked for. */
function Said({ hit: { entry, snippet } }: { readonly hit: Hit }) {
  if (snippet !== undefined && snippet.ranges.length > 0) {
    const { text, ranges, cut } = snippet
    return (
      <span className={classes['snippet']}>
        {cut.before && '…'}
        {partsOf(text, ranges).map((part) => (part.isMarked ? <mark key={part.at}>{part.text}</mark> : part.text))}
        {cut.after && '…'}
      </span>
    )
  }
  const [first, rest] = linesOf(entry.preview)
  return (
    <>
      <span className={classes['title']}>{first || entry.name}</span>
      <span className={classes['rest']}>{first === '' ? '' : rest}</span>
    </>
  )
}

function Open({ hit: { entry }, now }: { readonly hit: Hit; readonly now: number }) {
  return (
    <>
      <span className={classes['title']}>{entry.name}</span>
      <StateLine entry={entry} now={now} />
    </>
  )
}

function Facts({ hit: { entry }, now }: { readonly hit: Hit; readonly now: number }) {
  const { t, i18n } = useTranslation('library')
  const formats = useFormats()
  const Icon = taskSigns[namedTask(entry.task)]
  const time = agoText(i18n.language, entry.created, now) ?? formats.when(entry.created, now)
  return (
    <span className={classes['facts']}>
      <Icon size="0.875rem" strokeWidth={1.75} aria-hidden className={classes['stateIcon']} />
      <span className={classes['task']}>{t(`tasks.${namedTask(entry.task)}`)}</span>
      <time
        className={classes['time']}
        dateTime={new Date(entry.created).toISOString()}
        title={formats.dateAndTime(entry.created)}
      >
        {time}
      </time>
      {entry.page !== undefined && <span className={classes['time']}>{t('page', { page: entry.page })}</span>}
      <span className={classes['actions']}>
        <StateActions entry={entry} />
      </span>
    </span>
  )
}

function StarButton({ id, isStarred }: { readonly id: number; readonly isStarred: boolean }) {
  const { t } = useTranslation('library')
  const toggle = (event: React.MouseEvent): void => {
    event.stopPropagation()
    void star([id], !isStarred)
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes['star']}
      aria-label={t(isStarred ? 'unstar' : 'star')}
      aria-pressed={isStarred}
      onClick={toggle}
    >
      <Star size="1rem" strokeWidth={1.75} fill={isStarred ? 'currentColor' : 'none'} aria-hidden />
    </button>
  )
}
