import { useEffect, useRef } from 'react'
import type { OverlayScene } from '../../../../preload/contract/capture.ts'
import { act } from '../act.ts'

/** Milliseconds to wait for two frames of a window that nobody sees: where it does not paint, decoded has to do. */
const patience = 150

/** The frozen screen. Says that it is painted once it is decoded and has been on two frames. */
export function Still({ scene, label, onReady }: StillProps) {
  const { frame, painted } = scene
  const image = useRef<HTMLImageElement>(null)

  useEffect(() => {
    let isOver = false
    const ready = (): void => {
      if (isOver) return
      isOver = true
      act({ kind: 'painted', frame })
      if (image.current !== null) onReady(image.current)
    }
    const paint = async (): Promise<void> => {
      try {
        await image.current?.decode()
      } catch {
        // Without a picture the overlay must not come up: main closes it when nothing is heard.
        return
      }
      setTimeout(ready, patience)
      requestAnimationFrame(() => requestAnimationFrame(ready))
    }
    void paint()
    return () => {
      isOver = true
    }
  }, [frame, onReady])

  return (
    <img
      ref={image}
      className="still"
      src={frame}
      alt={label}
      draggable={false}
      style={{ width: painted.width, height: painted.height }}
    />
  )
}

interface StillProps {
  readonly scene: OverlayScene
  readonly label: string
  readonly onReady: (image: HTMLImageElement) => void
}
