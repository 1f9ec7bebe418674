import { MantineProvider } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { cleanup, type RenderResult, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { type Language, setLanguage } from '../../renderer/app/language.ts'
import { loadSettings, useKnownSettings } from '../../renderer/app/settings.ts'
import { loadStart, useKnownStart } from '../../renderer/app/start.ts'
import { theme } from '../../renderer/app/theme.ts'
import { useView } from '../../renderer/app/view.ts'
import { ConfirmPlace } from '../../renderer/ui/confirm.tsx'
import { createFakeBridge, type FakeBridge, type FakeBridgeOptions } from './fake-bridge.ts'

export interface Shown extends RenderResult {
  readonly fake: FakeBridge
  readonly user: ReturnType<typeof userEvent.setup>
}

/** What happy-dom leaves out of a browser and Mantine asks for. */
function completeBrowser(): void {
  // Nothing is scrolled where nothing is laid out.
  const still = { value: () => undefined, configurable: true, writable: true }
  Object.defineProperties(Element.prototype, { scrollTo: still, scrollIntoView: still })
  // Fields that grow with their text listen to fonts.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
}

/** Puts the fake bridge where the window looks for it, with start and settings read. */
export async function startWindow(
  options: FakeBridgeOptions & { readonly shown?: Language } = {}
): Promise<FakeBridge> {
  completeBrowser()
  const fake = createFakeBridge(options)
  Object.assign(window, { glyphlens: fake.api })
  await Promise.all([loadStart(), loadSettings(), setLanguage(options.shown ?? 'en')])
  return fake
}

/** Shows a part of the window over the fake bridge. */
export async function show(
  content: ReactNode,
  options: FakeBridgeOptions & { readonly shown?: Language } = {}
): Promise<Shown> {
  const fake = await startWindow(options)
  const user = userEvent.setup()
  const result = render(
    <MantineProvider theme={theme} env="test">
      {content}
      <ConfirmPlace />
      <Notifications />
    </MantineProvider>
  )
  return { ...result, fake, user }
}

afterEach(() => {
  cleanup()
  // With the window goes what would still be loaded again for it.
  useView.setState({ entry: undefined })
  notifications.clean()
  localStorage.clear()
  useKnownStart.setState({ start: undefined, problem: undefined })
  useKnownSettings.setState({ view: undefined, problem: undefined })
})
