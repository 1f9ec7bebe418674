import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Boundary } from '../../ui/Boundary.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { Composer, LibraryPane, ResultPane, Viewer } from '../features.ts'
import { usePanes } from '../panes.ts'
import { useView } from '../view.ts'
import { Nothing } from './Nothing.tsx'
import { Pane } from './Pane.tsx'
import { Split } from './Split.tsx'

/** The room where a person mostly is: entries, the chosen picture, and what it says. */
export function LibraryRoom() {
  const { t } = useTranslation()
  const isLibraryHidden = usePanes((panes) => panes.isLibraryHidden)
  const isEmpty = useView((view) => view.entry === undefined && view.subjects.length === 0 && view.again === undefined)
  return (
    <Split
      name="library"
      label={t('panes.libraryWidth')}
      first={{ size: '20rem', min: '13rem', max: '40rem' }}
      second={{ size: 100, min: '20rem' }}
      isFirstHidden={isLibraryHidden}
    >
      <Pane label={t('panes.library')}>
        <LibraryPane />
      </Pane>
      {isEmpty ? <Nothing /> : <Chosen />}
    </Split>
  )
}

function Chosen() {
  const { t } = useTranslation()
  const isAsking = useView((view) => view.subjects.length > 0 || view.again !== undefined)
  const entry = useView((view) => view.entry)
  return (
    <Split
      name="result"
      label={t('panes.resultWidth')}
      first={{ size: 55, min: '12rem' }}
      second={{ size: 45, min: '18rem' }}
      stackBelow={560}
    >
      <Pane label={t('panes.viewer')} subject={entry}>
        <Viewer />
      </Pane>
      {isAsking ? (
        <Pane label={t('panes.composer')}>
          <Composer />
        </Pane>
      ) : (
        <Pane label={t('panes.result')} subject={entry}>
          <ResultPane />
        </Pane>
      )}
    </Split>
  )
}

/** Rooms beside the library, each loaded when it is entered. */
export function OtherRoom({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <Boundary>
      <Suspense fallback={<Waiting words={t('loading.room')} />}>{children}</Suspense>
    </Boundary>
  )
}
