import { useTranslation } from 'react-i18next'
import { type Action, useActions } from '../../app/actions.ts'
import { showAll, showAt, toggleCrop, toggleLines, turnRight, zoomIn, zoomOut } from './keys.ts'
import type { Stage } from './stage.ts'

interface Wishes {
  readonly hasText: boolean
  readonly canCrop: boolean
  readonly search: () => void
}

/** What can be done with the view of the picture, for the palette and the page of shortcuts. Keys are heard by the picture. */
export function useViewActions(stage: Stage, { hasText, canCrop, search }: Wishes): void {
  const { t } = useTranslation('viewer')
  useActions([
    view('zoomIn', t('zoomIn'), '+', () => zoomIn(stage)),
    view('zoomOut', t('zoomOut'), '-', () => zoomOut(stage)),
    view('fit', t('fit'), '0', () => showAll(stage)),
    view('actual', t('actual'), '1', () => showAt(stage, 1)),
    view('rotate', t('rotate'), 'R', () => turnRight(stage)),
    view('lines', t('showLines'), 'B', () => toggleLines(stage), hasText),
    view('find', t('search'), 'Mod+F', search, hasText),
    view('crop', t('crop'), 'C', () => toggleCrop(stage), canCrop)
  ])
}

function view(id: string, label: string, shortcut: string, run: () => void, isEnabled = true): Action {
  return { id: `view.${id}`, group: 'view', label, shortcut, isHeardElsewhere: true, isEnabled, run }
}
