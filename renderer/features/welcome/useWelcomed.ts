import { useEffect } from 'react'
import { changeSettings, useKnownSettings } from '../../app/settings.ts'
import { useView } from '../../app/view.ts'

/** Remembers that the welcome was seen as soon as a person goes on, whichever way. */
export function useWelcomed(): void {
  useEffect(
    () =>
      useView.subscribe(({ room }, former) => {
        const isSeen = useKnownSettings.getState().view?.values.desktop.welcomed ?? true
        if (former.room === 'welcome' && room !== 'welcome' && !isSeen)
          void changeSettings({ desktop: { welcomed: true } })
      }),
    []
  )
}
