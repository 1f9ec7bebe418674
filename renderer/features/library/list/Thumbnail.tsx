import { Check, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStart } from '../../../app/start.ts'
import classes from './EntryRow.module.css'

interface Props {
  /** SHA-256 of the picture. */
  readonly picture: string
  readonly isPicked: boolean
  readonly pick: (event: React.MouseEvent) => void
}

/** The picture in small, of one size whatever it is; picks its entry. The row says what it is of. */
export function Thumbnail({ picture, isPicked, pick }: Props) {
  const { t } = useTranslation('library')
  const { thumbnailBase } = useStart()
  const [broken, setBroken] = useState<string>()
  return (
    <span className={classes['thumbnail']}>
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
