import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import { Boundary } from '../ui/Boundary.tsx'
import { ConfirmPlace } from '../ui/confirm.tsx'
import { type Appearance, applyAppearance, decideAppearance, rememberAppearance } from './appearance.ts'
import { useSystem } from './events.ts'
import { setLanguage } from './language.ts'
import { pageNonce } from './nonce.ts'
import { useKnownSettings } from './settings.ts'
import { Frame } from './shell/Frame.tsx'
import { useKnownStart } from './start.ts'
import { theme } from './theme.ts'

/** The main window. `remembered` is how it looked last, until the settings are there. */
export function App({ remembered }: { readonly remembered: Appearance }) {
  const { scheme } = useAppearance(remembered)
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(scheme === undefined ? {} : { forceColorScheme: scheme })}
      getStyleNonce={pageNonce}
    >
      <Boundary>
        <Frame />
      </Boundary>
      <ConfirmPlace />
      <Notifications position="bottom-center" limit={3} containerWidth="26rem" />
    </MantineProvider>
  )
}

/** Applies settings and the system's wishes whenever they change, the language too. */
function useAppearance(remembered: Appearance): Appearance {
  const values = useKnownSettings((known) => known.view?.values.appearance)
  const language = useKnownStart((known) => known.start?.language)
  const highContrast = useSystem((system) => system.highContrast)
  const appearance = useMemo(
    () =>
      values === undefined || language === undefined
        ? remembered
        : decideAppearance(values, { language, highContrast }),
    [values, language, highContrast, remembered]
  )
  useEffect(() => {
    applyAppearance(document.documentElement, appearance)
    rememberAppearance(localStorage, appearance)
    void setLanguage(appearance.language)
  }, [appearance])
  return appearance
}
