import type { Words } from '../words.ts'

/** What keys do, at the foot of the screen. */
export function Hints({ words, isOverWindow, hasWindows, hasLastRegion }: HintsProps) {
  const { overlay } = words
  return (
    <div className="hints">
      <strong>{isOverWindow ? overlay.hintWindow : overlay.hintDrag}</strong>
      <Hint keys={overlay.keyArrows} text={overlay.hintMove} />
      <Hint keys="Alt" text={overlay.hintResize} />
      {hasWindows && <Hint keys="Tab" text={overlay.hintWindows} />}
      <Hint keys="F" text={overlay.hintWhole} />
      {hasLastRegion && <Hint keys="L" text={overlay.hintLast} />}
      <Hint keys={overlay.keyEnter} text={overlay.hintConfirm} />
      <Hint keys="Esc" text={overlay.hintEscape} />
    </div>
  )
}

function Hint({ keys, text }: { readonly keys: string; readonly text: string }) {
  return (
    <span className="hint">
      <kbd>{keys}</kbd> {text}
    </span>
  )
}

interface HintsProps {
  readonly words: Words
  /** Whether a click would frame something. */
  readonly isOverWindow: boolean
  readonly hasWindows: boolean
  readonly hasLastRegion: boolean
}
