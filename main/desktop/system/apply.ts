import type { SettingsPorts } from '../../bridge/settings.ts'
import { inBackground } from '../../log/background.ts'
import type { Log } from '../../log/line.ts'
import type { Capture } from '../capture/capture.ts'
import type { Menus } from '../menus/menus.ts'
import { type LoginPorts, startAtLogin } from './login.ts'
import { applyTheme } from './theme.ts'

export interface ApplyPorts {
  readonly login: LoginPorts
  readonly menus: Pick<Menus, 'apply'>
  readonly capture: Pick<Capture, 'applyHotkeys'>
  readonly log: Log
}

/** Makes what the person has changed in the settings hold outside of the window. */
export function createApply({ login, menus, capture, log }: ApplyPorts): SettingsPorts['applied'] {
  return (groups, { appearance, desktop }) => {
    if (groups.has('capture')) capture.applyHotkeys()
    if (groups.has('appearance')) applyTheme(appearance)
    // Labels and the keys beside them.
    if (groups.has('appearance') || groups.has('capture')) menus.apply()
    if (groups.has('desktop')) inBackground(log, 'start at login', () => startAtLogin(desktop.startAtLogin, login))
  }
}
