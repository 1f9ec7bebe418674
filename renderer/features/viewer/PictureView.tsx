import { Alert, Button } from '@mantine/core'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../ui/notify.tsx'
import { glideTo } from './animate.ts'
import { CropBar } from './CropBar.tsx'
import type { Content } from './content.ts'
import { rotate } from './geometry/zoom.ts'
import { Overlay } from './Overlay.tsx'
import { Picture } from './Picture.tsx'
import { SearchBar } from './SearchBar.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import type { Stage } from './stage.ts'
import { TextLayer } from './TextLayer.tsx'
import { Toolbar } from './Toolbar.tsx'
import type { Alignment } from './text/alignment.ts'
import { textOf } from './text/join.ts'
import { useChosen } from './useChosen.ts'
import { useStage, useStageState } from './useStage.ts'
import { useViewActions } from './useViewActions.ts'
import { useViewport } from './useViewport.ts'
import classes from './Viewer.module.css'

interface Props {
  readonly picture: { readonly id: string; readonly width: number; readonly height: number }
  readonly name: string
  /** Of which the picture is; undefined for what was just taken in. */
  readonly entry: number | undefined
  readonly content: Content
  readonly alignment: Alignment | undefined
  /** Clockwise degrees that would bring the text upright. */
  readonly turn: 0 | 90 | 180 | 270
}

/** One picture with all that lies over it. */
export function PictureView({ picture, name, entry, content, alignment, turn }: Props) {
  const { t } = useTranslation('viewer')
  const viewport = useRef<HTMLDivElement>(null)
  const stage = useStage(viewport, picture, content)
  const [isSearching, setSearching] = useState(false)
  const [left, setLeft] = useState<'all' | 'thumbnail' | 'nothing'>('all')
  const isCropping = useStageState(stage, (state) => state.isCropping)
  const text = useCallback((): string => {
    const { selection } = stage.getState()
    return selection === undefined ? '' : textOf(stage.getState().content.page, selection, alignment)
  }, [stage, alignment])
  const copy = (): void => {
    void navigator.clipboard.writeText(text()).then(() => notify.success(t('copied', { ns: 'common' })))
  }
  const search = (): void => setSearching(true)
  const closeSearch = (): void => {
    setSearching(false)
    viewport.current?.focus()
  }
  useViewport(viewport, stage, { search, selected: text, copy })
  useChosen(stage)
  useViewActions(stage, { hasText: content.page.length > 0, canCrop: entry !== undefined, search })
  return (
    <div className={classes['viewer']}>
      <Toolbar
        name={name}
        stage={stage}
        hasText={content.page.length > 0}
        canCrop={entry !== undefined}
        search={search}
      />
      <div
        ref={viewport}
        className={classes['viewport']}
        data-cropping={isCropping}
        role="application"
        aria-label={t('viewport', { name })}
        aria-keyshortcuts="+ - 0 1 2 R C B"
      >
        <Picture id={picture.id} name={name} stage={stage} onFail={setLeft} />
        <Overlay stage={stage} />
        {isSearching && <SearchBar stage={stage} close={closeSearch} />}
        <SelectionBar stage={stage} text={text} copy={copy} />
        {entry !== undefined && <CropBar stage={stage} entry={entry} />}
        {left !== 'all' && <Alert className={classes['notice'] ?? ''} color="yellow" title={t(`left.${left}`)} />}
        <Upright stage={stage} turn={turn} />
      </div>
      <TextLayer page={content.page} codes={content.codes} />
    </div>
  )
}

/** Offers to turn a picture whose text lies on its side. */
function Upright({ stage, turn }: { readonly stage: Stage } & Pick<Props, 'turn'>) {
  const { t } = useTranslation('viewer')
  const now = useStageState(stage, ({ transform }) => transform.turn)
  if (turn === 0 || now !== 0) return null
  const makeUpright = (): void => {
    const { scene, transform } = stage.getState()
    glideTo(stage, rotate(scene, transform, turn))
  }
  return (
    <div className={`${classes['floating']} ${classes['topLeft']}`} data-floating>
      <Button size="compact-sm" variant="light" onClick={makeUpright}>
        {t('makeUpright')}
      </Button>
    </div>
  )
}
