import { useLayoutEffect, useRef, useState } from 'react'
import type { OverlayScene } from '../../../../preload/contract/capture.ts'
import { type Point, pixelAt, type Size } from '../shapes.ts'
import { lensPlace } from './place.ts'

/** Pixels across, an odd number so that one is in the middle; DIP that each takes. */
const across = 15
const magnified = 8
const side = across * magnified
const lens: Size = { width: side + 2, height: side + 44 }

/** The pixels around the pointer, one in the middle marked, with its place and colour. */
export function Lens({ image, pointer, scene, page }: LensProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [colour, setColour] = useState('')
  const { x, y } = pixelAt(pointer, scene.scale, scene.size)

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true })
    if (!context) return
    setColour(draw(context, image, { x, y }, scene.size))
  }, [image, x, y, scene.size])

  const place = lensPlace(pointer, page, lens)
  return (
    <div className="lens" style={{ transform: `translate(${place.x}px, ${place.y}px)` }} aria-hidden="true">
      <div className="lens-glass">
        <canvas ref={canvas} width={across} height={across} />
        <span className="lens-middle" />
      </div>
      <div className="lens-facts">
        <span>
          {x}, {y}
        </span>
        <span className="lens-colour">
          <span className="lens-swatch" style={{ backgroundColor: colour }} />
          {colour}
        </span>
      </div>
    </div>
  )
}

interface LensProps {
  /** The frozen screen, decoded. */
  readonly image: HTMLImageElement
  /** In DIP of the page. */
  readonly pointer: Point
  readonly scene: Pick<OverlayScene, 'scale' | 'size'>
  readonly page: Size
}

/** Draws the surroundings of a pixel of the display; answers its colour. */
function draw(context: CanvasRenderingContext2D, image: HTMLImageElement, { x, y }: Point, size: Size): string {
  // A frame may have fewer pixels than the display.
  const factor = image.naturalWidth / size.width
  const half = (across - 1) / 2
  context.imageSmoothingEnabled = false
  context.fillStyle = '#000'
  context.fillRect(0, 0, across, across)
  context.drawImage(
    image,
    (x - half) * factor,
    (y - half) * factor,
    across * factor,
    across * factor,
    0,
    0,
    across,
    across
  )
  const [red = 0, green = 0, blue = 0] = context.getImageData(half, half, 1, 1).data
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
