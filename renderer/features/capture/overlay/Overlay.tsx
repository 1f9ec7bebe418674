import { useEffect, useRef, useState } from 'react'
import { inDip, type Point, type Rect, shownRect } from '../shapes.ts'
import { filled, type Words, wordsIn } from '../words.ts'
import { Bar } from './Bar.tsx'
import { Hints } from './Hints.tsx'
import { Lens } from './Lens.tsx'
import { Shade } from './Shade.tsx'
import { SizeChip } from './SizeChip.tsx'
import { Still } from './Still.tsx'
import { spokenSelection } from './spoken.ts'
import { useKeys } from './useKeys.ts'
import { useLater } from './useLater.ts'
import { type OverlayState, useOverlay } from './useOverlay.ts'
import { usePointer } from './usePointer.ts'

/** Milliseconds after the last change before it is spoken. */
const speechPause = 300

/** The page of an overlay: nothing until main has a scene for it. */
export function OverlayPage() {
  const [state, asked] = useOverlay()
  if (state === undefined) return null
  return <Overlay key={state.scene.frame} state={state} onAsked={asked} />
}

/** The frozen screen, and what a person frames on it. */
function Overlay({ state, onAsked }: { readonly state: OverlayState; readonly onAsked: () => void }) {
  const { scene, selection, stage, hasKeyboard, answer } = state
  const words = wordsIn(scene.language)
  const [image, setImage] = useState<HTMLImageElement>()
  const { pointer, forget } = usePointer()
  const root = useRef<HTMLDivElement>(null)
  useKeys(stage === 'bar', forget)
  useEffect(() => {
    document.documentElement.lang = scene.language
  }, [scene.language])
  useEffect(() => {
    if (stage === 'framing' && hasKeyboard) root.current?.focus()
  }, [stage, hasKeyboard])
  const spoken = useLater(sentence(state, words), speechPause)

  const page = { width: window.innerWidth, height: window.innerHeight }
  const isFraming = stage === 'framing'
  const isHere = selection.display === scene.display
  const rect = shownRect(selection, scene.display)
  const region = rect && inDip(rect, scene.scale)
  // The lens follows the pointer, or the corner that keys move.
  const looked = pointer ?? (selection.kind === 'framed' ? region && cornerOf(region) : undefined)
  return (
    <main className="overlay" data-stage={stage}>
      <h1 className="spoken" id="overlay-name">
        {words.overlay.label}
      </h1>
      {/* Keys are the overlay's own: a screen reader passes them on to an application. */}
      <div ref={root} className="surface" role="application" aria-labelledby="overlay-name" tabIndex={-1}>
        <Still scene={scene} label={words.overlay.shotOf} onReady={setImage} />
        <Shade region={region} isHint={selection.kind === 'none'} />
        {isFraming && isHere && selection.kind === 'none' && (
          <>
            {pointer && <Crosshair at={pointer} />}
            <Hints
              words={words}
              isOverWindow={selection.hovered !== undefined}
              hasWindows={scene.hasWindows}
              hasLastRegion={scene.hasLastRegion}
            />
          </>
        )}
        {rect && <SizeChip rect={rect} scale={scene.scale} page={page} />}
        {isFraming && isHere && looked && image && <Lens image={image} pointer={looked} scene={scene} page={page} />}
        {stage === 'bar' && region && (
          <Bar mode={scene.mode} region={region} page={page} words={words} answer={answer} onAsked={onAsked} />
        )}
        <output className="spoken">{stage === 'hidden' ? '' : spoken}</output>
      </div>
    </main>
  )
}

function Crosshair({ at }: { readonly at: Point }) {
  return (
    <div aria-hidden="true">
      <div className="cross cross-down" style={{ transform: `translateX(${at.x}px)` }} />
      <div className="cross cross-over" style={{ transform: `translateY(${at.y}px)` }} />
    </div>
  )
}

function sentence({ selection, scene, stage }: OverlayState, words: Words): string {
  if (stage === 'bar' && selection.kind === 'framed') return filled(words.overlay.stands, { ...selection.rect })
  return spokenSelection(selection, scene, words)
}

/** The last pixel of a region, in DIP. */
function cornerOf({ x, y, width, height }: Rect): Point {
  return { x: x + width - 0.5, y: y + height - 0.5 }
}
