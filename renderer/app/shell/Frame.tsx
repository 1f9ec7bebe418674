import { Activity, Suspense, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../preload/contract/result.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { notify } from '../../ui/notify.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Told } from '../../ui/Told.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useActionKeys } from '../actions.ts'
import { useAppEvents } from '../events.ts'
import {
  AddressDialog,
  BatchRoom,
  DiagnosticsRoom,
  Palette,
  SettingsRoom,
  Shortcuts,
  WelcomeRoom
} from '../features.ts'
import { usePaste } from '../intake.ts'
import { useOverlays } from '../overlays.ts'
import { useQueueEvents } from '../queue.ts'
import { changeSettings, loadSettings, useKnownSettings, useSettings } from '../settings.ts'
import { useShellActions } from '../shellActions.ts'
import { loadStart, useKnownStart, useStart } from '../start.ts'
import { useView } from '../view.ts'
import { DropPlace } from './DropPlace.tsx'
import classes from './Frame.module.css'
import { LibraryRoom, OtherRoom } from './LibraryRoom.tsx'
import { Rail } from './Rail.tsx'

/** The window: the rail at its edge and the room beside it, once main has answered. */
export function Frame() {
  const { t } = useTranslation()
  const isReady = useKnownStart((known) => known.start !== undefined)
  const startProblem = useKnownStart((known) => known.problem)
  const hasSettings = useKnownSettings((known) => known.view !== undefined)
  const settingsProblem = useKnownSettings((known) => known.problem)
  const problem = startProblem ?? (hasSettings ? undefined : settingsProblem)
  return (
    <div className={classes['frame']}>
      <Rail />
      <main className={classes['room']}>
        {problem !== undefined && <StartProblem problem={problem} />}
        {isReady && hasSettings ? (
          <Rooms />
        ) : (
          problem === undefined && <Waiting words={t('loading.window')} reason={t('loading.windowLong')} />
        )}
      </main>
    </div>
  )
}

function askAgain(): void {
  void loadStart()
  void loadSettings()
}

function StartProblem({ problem }: { readonly problem: Problem }) {
  return (
    <div className={classes['problem']}>
      <ProblemView problem={problem} retry={askAgain} />
    </div>
  )
}

function Rooms() {
  const { platform, notices } = useStart()
  const room = useView((view) => view.room)
  const { welcomed } = useSettings().values.desktop
  const isFirstStart = useRef(!welcomed)
  // Before anything is painted. It counts as seen from now on: whoever leaves it, by whatever way, is not brought back.
  useLayoutEffect(() => {
    const { room: wanted, go } = useView.getState()
    if (isFirstStart.current && wanted === 'library') {
      go('welcome')
      void changeSettings({ desktop: { welcomed: true } })
    }
    isFirstStart.current = false
  }, [])
  useShellActions()
  useActionKeys(platform === 'darwin')
  useAppEvents()
  useQueueEvents()
  usePaste()
  useEffect(() => {
    for (const notice of notices) notify.warning({ message: <Told telling={notice} /> })
  }, [notices])
  return (
    <>
      {/* Kept while another room is shown: its scroll, its drafts and what is zoomed. */}
      <Activity mode={room === 'library' ? 'visible' : 'hidden'}>
        <LibraryRoom />
      </Activity>
      {room !== 'library' && (
        <OtherRoom key={room}>
          {room === 'batch' && <BatchRoom />}
          {room === 'settings' && <SettingsRoom />}
          {room === 'diagnostics' && <DiagnosticsRoom />}
          {room === 'welcome' && <WelcomeRoom />}
        </OtherRoom>
      )}
      <DropPlace />
      <Overlay />
    </>
  )
}

function Overlay() {
  const open = useOverlays((overlays) => overlays.open)
  return (
    <Boundary subject={open}>
      <Suspense>
        {open === 'palette' && <Palette />}
        {open === 'shortcuts' && <Shortcuts />}
        {open === 'address' && <AddressDialog />}
      </Suspense>
    </Boundary>
  )
}
