import { Check, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntrySummary } from '../../../../preload/contract/library.ts'
import { useStart } from '../../../app/start.ts'
import { dragOut } from '../verbs.ts'
import classes from './EntryRow.module.css'

interface Props {
  readonly entry: EntrySummary
  readonly isPicked: boolean
  readonly pick: (event: React.MouseEvent) => void
}

/** The picture in small, of one size whatever it is; picks its entry, and can be dragged away. The row says what it is of. */
export function Thumbnail({ entry, isPicked, pick }: Props) {
  const picture = entry.picture.id
  const { t } = useTranslation('library')
  const { thumbnailBase } = useStart()
  const [broken, setBroken] = useState<string>()
  const dragged = (event: React.DragEvent): void => {
    // The system drags a file instead of what the page would make of it.
    event.preventDefault()
    void dragOut(entry.id)
  }
  return (
    <span className={classes['thumbnail']} draggable onDragStart={dragged}>
      {broken === picture ? (
        <ImageOff size="1.25rem" aria-hidden />
      ) : (
        <img
          src={`${thumbnailBase}${picture}`}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(picture)}
        />
      )}
      <button
        type="button"
        tabIndex={-1}
        className={classes['pick']}
        aria-label={t('pick')}
        aria-pressed={isPicked}
        onClick={pick}
      >
        <span className={classes['tick']}>
          <Check size="0.875rem" strokeWidth={3} aria-hidden />
        </span>
      </button>
    </span>
  )
}
