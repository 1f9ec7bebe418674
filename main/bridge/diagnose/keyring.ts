import type { KeyView } from '../../../preload/contract/settings.ts'
import { type Protection, protectionOf } from '../../settings/vault/protection.ts'
import type { SystemFacts } from '../../settings/vault/system.ts'
import type { Wording } from '../../tasks/prompt/language.ts'
import type { Draft } from './draft.ts'

/** What protects keys here, and whether each can be used. Of a key itself nothing is told. */
export function lookAtKeyring(facts: SystemFacts, keys: readonly KeyView[]): Draft[] {
  const protection = protectionOf(facts)
  const isWeak = protection === 'fixed-key' || protection === 'none'
  return [
    {
      name: { en: 'Protection of keys', 'zh-CN': '密钥保护' },
      value: protections[protection],
      state: isWeak ? 'doubtful' : 'good',
      advice: isWeak ? unlock[facts.platform === 'linux' ? 'linux' : 'other'] : undefined
    },
    { name: { en: 'Backend', 'zh-CN': '后端' }, value: facts.backend, state: 'plain' },
    ...keys.map(
      ({ provider, isUsable, from, message, advice, saying }): Draft => ({
        name: { en: `Key of ${provider}`, 'zh-CN': `${provider} 的密钥` },
        value: isUsable ? places[from] : { en: 'cannot be used', 'zh-CN': '无法使用' },
        state: isUsable ? 'good' : 'bad',
        advice: isUsable ? undefined : { message, advice, saying }
      })
    )
  ]
}

const protections: Readonly<Record<Protection, Wording>> = {
  keychain: { en: 'the macOS keychain', 'zh-CN': 'macOS 钥匙串' },
  dpapi: { en: 'Windows, for this account', 'zh-CN': 'Windows 账户加密' },
  keyring: { en: 'the keyring of this session', 'zh-CN': '本会话的密钥环' },
  'fixed-key': { en: 'nothing: keys are kept until you quit', 'zh-CN': '无：密钥仅保留到退出应用' },
  none: { en: 'nothing: encryption is not available', 'zh-CN': '无：系统加密不可用' }
}

const unlock = {
  linux: {
    en: 'Unlock or install a keyring (GNOME Keyring, KWallet), then start the app again.',
    'zh-CN': '请解锁或安装密钥环（GNOME Keyring、KWallet），然后重新启动应用。'
  },
  other: {
    en: 'Let the app in when the system asks, then start it again.',
    'zh-CN': '系统询问时请允许本应用访问，然后重新启动。'
  }
}

const places: Readonly<Record<KeyView['from'], Wording>> = {
  environment: { en: 'usable, from the environment', 'zh-CN': '可用，来自环境变量' },
  vault: { en: 'usable, stored', 'zh-CN': '可用，已保存' },
  session: { en: 'usable until you quit', 'zh-CN': '可用，退出前有效' },
  file: { en: 'usable, from the file of the command line', 'zh-CN': '可用，来自命令行的密钥文件' }
}
