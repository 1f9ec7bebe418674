import type { HotkeyView } from '../../../preload/contract/settings.ts'
import type { Platform } from '../../capture/hotkeys/keys.ts'
import { parseHotkey, writeHotkey } from '../../capture/hotkeys/parse.ts'
import type { Wording } from '../../tasks/prompt/language.ts'
import type { Draft } from './draft.ts'

/** Whether each hotkey really arrives, as far as the system tells. */
export function lookAtHotkeys(views: readonly HotkeyView[], platform: Platform): Draft[] {
  return views.map(({ mode, accelerator, state, message = '', advice, saying }): Draft => {
    const parsed = parseHotkey(accelerator, platform)
    // What is no hotkey was typed into a file by hand, and may be anything.
    const keys = parsed.ok ? `${writeHotkey(parsed.hotkey)}: ` : ''
    const said = states[state]
    return {
      name: modes[mode],
      value: { en: `${keys}${said.en}`, 'zh-CN': `${keys}${said['zh-CN']}` },
      state: { off: 'plain', works: 'good', unproven: 'doubtful', failed: 'bad', conflict: 'bad' }[
        state
      ] as Draft['state'],
      advice: message === '' && advice === undefined ? undefined : { message, advice, saying }
    }
  })
}

const modes: Readonly<Record<HotkeyView['mode'], Wording>> = {
  'read-region': { en: 'Read a region', 'zh-CN': '识别区域' },
  'ask-region': { en: 'Ask about a region', 'zh-CN': '询问区域' },
  'read-again': { en: 'Read the same region again', 'zh-CN': '再次识别同一区域' },
  'read-screen': { en: 'Read the whole screen', 'zh-CN': '识别整个屏幕' },
  'read-window': { en: 'Read a window', 'zh-CN': '识别窗口' }
}

const states: Readonly<Record<HotkeyView['state'], Wording>> = {
  off: { en: 'none', 'zh-CN': '未设置' },
  works: { en: 'works', 'zh-CN': '可用' },
  unproven: { en: 'registered; the system does not say whether it arrives', 'zh-CN': '已注册，但系统未说明是否生效' },
  failed: { en: 'does not work', 'zh-CN': '不可用' },
  conflict: { en: 'is used twice', 'zh-CN': '重复使用' }
}
