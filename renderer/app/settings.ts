import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { Given } from '../../preload/contract/contract.ts'
import type { Problem, Result } from '../../preload/contract/result.ts'
import type { ProviderView, SettingsView } from '../../preload/contract/settings.ts'
import { notify } from '../ui/notify.tsx'
import { bridge, settled } from './bridge.ts'
import { nameOf } from './sentences.ts'

/** Values by group and name. */
export type SettingsPatch = Given<'settings', 'change'>

interface Known {
  readonly view: SettingsView | undefined
  /** Why they could not be read. */
  readonly problem: Problem | undefined
}

/** The settings as the window knows them; empty until `loadSettings` has answered. */
export const useKnownSettings = create<Known>()(() => ({ view: undefined, problem: undefined }))

/** All settings. Only inside the rooms, which are shown once they were read. */
export function useSettings(): SettingsView {
  const view = useKnownSettings((known) => known.view)
  const { language } = useTranslation().i18n
  const shown = useMemo(
    () => view && { ...view, providers: view.providers.map((one) => inLanguage(one, language)) },
    [view, language]
  )
  if (shown === undefined) throw new TypeError('the settings were not read yet')
  return shown
}

function inLanguage(provider: ProviderView, language: string): ProviderView {
  return { ...provider, title: nameOf(provider.title, language) }
}

/** Reads them, and again whenever main says that they have changed. The answer stops that. */
export function followSettings(): () => void {
  void loadSettings()
  return bridge().settings.on(() => void loadSettings())
}

export async function loadSettings(): Promise<void> {
  const result = await settled(bridge().settings.read({}))
  useKnownSettings.setState(result.ok ? { view: result.value, problem: undefined } : { problem: result.problem })
}

/** Shows a change at once and takes it back when main refuses it. */
export async function changeSettings(patch: SettingsPatch): Promise<Result<SettingsView>> {
  const { view: former } = useKnownSettings.getState()
  if (former !== undefined) useKnownSettings.setState({ view: { ...former, values: merged(former.values, patch) } })
  const result = await settled(bridge().settings.change(patch))
  if (result.ok) useKnownSettings.setState({ view: result.value })
  else useKnownSettings.setState({ view: former })
  return result
}

/** The same for where nothing is shown of it: a refusal is told by a toast. True when it was changed. */
export async function changeOrTell(patch: SettingsPatch): Promise<boolean> {
  const result = await changeSettings(patch)
  if (!result.ok) notify.problem(result.problem)
  return result.ok
}

function merged(values: SettingsView['values'], patch: SettingsPatch): SettingsView['values'] {
  const groups = Object.entries(values).map(([name, group]) => [
    name,
    { ...group, ...patch[name as keyof SettingsPatch] }
  ])
  return Object.fromEntries(groups) as SettingsView['values']
}
