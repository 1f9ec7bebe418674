import { type Display, nominalSize } from '../../capture/geometry/display.ts'
import type { Draft } from './draft.ts'

export interface ScreenFacts {
  readonly displays: readonly Display[]
  /** Whether the session is a Wayland one. */
  readonly isWayland: boolean
  /** What macOS says about looking at the screen; undefined where nobody has to allow it. */
  readonly permission: 'granted' | 'denied' | 'restricted' | 'not-determined' | 'unknown' | undefined
}

/** What captures see. */
export function lookAtDisplays({ displays, isWayland, permission }: ScreenFacts): Draft[] {
  const each = displays.map((display, index): Draft => {
    const { width, height } = nominalSize(display)
    const turned = display.rotation === 0 ? '' : `, ${display.rotation}°`
    return {
      name: { en: `Display ${index + 1}`, 'zh-CN': `显示器 ${index + 1}` },
      value: `${width} × ${height}, ${Math.round(display.scale * 100)} %${turned}`,
      state: 'plain'
    }
  })
  const found = each.length > 0 ? each : [none]
  return [...found, ...(isWayland ? [wayland] : []), ...(permission === undefined ? [] : [permissionOf(permission)])]
}

const none: Draft = {
  name: { en: 'Displays', 'zh-CN': '显示器' },
  value: { en: 'none', 'zh-CN': '无' },
  state: 'bad'
}

const wayland: Draft = {
  name: { en: 'Session', 'zh-CN': '会话' },
  value: {
    en: 'Wayland: the system asks before each capture, and tells nobody where windows are',
    'zh-CN': 'Wayland：每次截图前系统会询问，且不透露窗口的位置'
  },
  state: 'plain'
}

function permissionOf(permission: NonNullable<ScreenFacts['permission']>): Draft {
  const name = { en: 'Permission to see the screen', 'zh-CN': '屏幕录制权限' }
  if (permission === 'granted') return { name, value: { en: 'given', 'zh-CN': '已授予' }, state: 'good' }
  return {
    name,
    value: permission === 'not-determined' ? { en: 'not asked yet', 'zh-CN': '尚未询问' } : refused,
    state: permission === 'not-determined' ? 'doubtful' : 'bad',
    advice: {
      en: 'Allow Glyphlens in System Settings, Privacy & Security, Screen & System Audio Recording, then start it again.',
      'zh-CN': '请在“系统设置 › 隐私与安全性 › 录屏与系统录音”中允许 Glyphlens，然后重新启动它。'
    }
  }
}

const refused = { en: 'not given', 'zh-CN': '未授予' }
