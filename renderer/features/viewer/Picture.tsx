import { useEffect, useRef, useState } from 'react'
import { useStart } from '../../app/start.ts'
import { matrixOf } from './geometry/transform.ts'
import type { Stage } from './stage.ts'
import classes from './Viewer.module.css'

interface Props {
  /** SHA-256 of the picture. */
  readonly id: string
  readonly name: string
  readonly stage: Stage
  /** Said once it is known that the picture cannot be shown, in full size or at all. */
  readonly onFail: (left: 'thumbnail' | 'nothing') => void
}

/** Device pixels for one of the picture from which on it is shown as squares. */
const pixelsFrom = 2

/** The picture itself. Only its transform changes while it is moved: nothing is laid out again. */
export function Picture({ id, name, stage, onFail }: Props) {
  const { imageBase, thumbnailBase } = useStart()
  const [hasFailed, setFailed] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = (): void => {
      const { transform, scene } = stage.getState()
      const element = holder.current
      if (element === null) return
      element.style.transform = `matrix(${matrixOf(transform).join(',')})`
      element.style.width = `${scene.picture.width}px`
      element.style.height = `${scene.picture.height}px`
      element.dataset['pixels'] = String(transform.scale * scene.density >= pixelsFrom)
    }
    place()
    return stage.subscribe(place)
  }, [stage])
  const fail = (): void => {
    setFailed(true)
    onFail('thumbnail')
  }
  return (
    <div ref={holder} className={classes['picture']}>
      <img src={`${thumbnailBase}${id}`} alt="" draggable={false} onError={() => hasFailed && onFail('nothing')} />
      {!hasFailed && <img src={`${imageBase}${id}`} alt={name} decoding="async" draggable={false} onError={fail} />}
    </div>
  )
}
