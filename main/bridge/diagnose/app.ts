import type { Said } from '../../saying.ts'
import type { Draft } from './draft.ts'

export interface AppFacts {
  /** Of Glyphlens. */
  readonly version: string
  /** What it runs on, by name: Electron, Chromium, Node, the system; empty where there is none. */
  readonly versions: Readonly<Record<string, string>>
  /** What happened to the settings at the start; undefined when all is well. */
  readonly settingsNotice: Said | undefined
}

/** Versions, and whether the settings could be read. */
export function lookAtApp({ version, versions, settingsNotice }: AppFacts): Draft[] {
  return [
    { name: { en: 'Glyphlens', 'zh-CN': 'Glyphlens' }, value: version, state: 'plain' },
    ...Object.entries(versions)
      .filter(([, value]) => value !== '')
      .map(([name, value]): Draft => ({ name: { en: name, 'zh-CN': inChinese[name] ?? name }, value, state: 'plain' })),
    settingsNotice === undefined
      ? { name: settings, value: { en: 'readable', 'zh-CN': '可读取' }, state: 'good' }
      : { name: settings, value: setAside, state: 'doubtful', advice: settingsNotice }
  ]
}

/** Names of programs stay as they are. */
const inChinese: Readonly<Record<string, string>> = { System: '系统' }

const setAside = { en: 'partly or wholly set aside', 'zh-CN': '已部分或全部恢复默认' }

const settings = { en: 'Settings', 'zh-CN': '设置' }
