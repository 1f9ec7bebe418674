import { create } from 'zustand'
import { useView } from './view.ts'

export const settingsSections = [
  'providers',
  'hotkeys',
  'reading',
  'privacy',
  'library',
  'tasks',
  'appearance',
  'desktop',
  'about'
] as const
export type SettingsSection = (typeof settingsSections)[number]

interface Place {
  readonly section: SettingsSection
  /** What is looked for among all settings. */
  readonly words: string
}

/** Where the settings room is. */
export const useSettingsPlace = create<Place>()(() => ({ section: 'providers', words: '' }))

/** Leads to a section of the settings from anywhere, such as from a problem that is solved there. */
export function openSettings(section: SettingsSection): void {
  useSettingsPlace.setState({ section, words: '' })
  useView.getState().go('settings')
}
