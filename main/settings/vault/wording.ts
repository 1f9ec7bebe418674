import { assertNever } from '../../failure.ts'
import { type Said, say, saying } from '../../saying.ts'
import type { OpeningOutcome, SavingOutcome } from './outcome.ts'

/**
 * What a person has to agree to before a key is stored without protection, in the language in which they read it; the words are
 * recorded with the key.
 */
export const acceptanceWords = {
  en: 'Store the key on this computer although nothing protects it: every program that runs as me, and everybody who gets hold of my files or a backup of them, can read it.',
  'zh-CN':
    '即使没有任何保护，也把密钥保存在这台电脑上：以我的身份运行的任何程序，以及拿到我的文件或其备份的任何人，都能读取它。'
} as const

/** What became of a key that was entered. */
export function describeSaving(outcome: SavingOutcome, platform: NodeJS.Platform): Said {
  switch (outcome.kind) {
    case 'stored':
      return {
        message: `The key is stored, ${protectedBy(platform)}.`,
        saying: saying('key.stored', { place: placesOf[platform] ?? 'keyring' })
      }
    case 'accepted':
      return unprotected
    case 'session':
      return {
        message:
          'The key is kept until you quit the app: this system has no keyring that would protect it on the disk.',
        advice: outcome.canAccept
          ? 'Unlock or install a keyring (GNOME Keyring, KWallet), or agree to store the key without protection.'
          : 'Unlock or install a keyring (GNOME Keyring, KWallet), then enter the key again.',
        saying: saying('key.no-keyring', { canAccept: outcome.canAccept })
      }
    case 'denied':
      return {
        message: 'The key is kept until you quit the app: the keychain did not let the app in.',
        advice: letIn,
        saying: saying('key.kept-denied')
      }
    case 'unavailable':
      return {
        message: `The key is kept until you quit the app: ${place(platform)} does not answer.`,
        advice: later,
        saying: saying('key.kept-unavailable')
      }
    case 'unproved':
      return {
        message: 'The key is kept until you quit the app: what the system encrypted could not be decrypted again.',
        advice: `Start the app again and enter the key once more; if it stays so, look after ${place(platform)}.`,
        saying: saying('key.kept-unproved')
      }
    default:
      return assertNever(outcome, 'no words for this outcome')
  }
}

/** What became of a stored key when the vault was opened. */
export function describeOpening(outcome: OpeningOutcome, platform: NodeJS.Platform): Said {
  switch (outcome.kind) {
    case 'open':
      return say('The key is ready.', 'key.ready')
    case 're-encrypted':
      return say('The key is ready, and was encrypted anew as the system asked for it.', 'key.re-encrypted')
    case 're-encryption-put-off':
      return say(
        'The key is ready. Encrypting it anew, as the system asked for it, is tried again later.',
        'key.re-encryption-put-off'
      )
    case 'denied':
      return {
        message: 'A key is stored, but the keychain did not let the app in.',
        advice: letIn,
        saying: saying('key.denied')
      }
    case 'unavailable':
      return {
        message: `A key is stored, but ${place(platform)} does not answer.`,
        advice: later,
        saying: saying('key.unavailable')
      }
    case 'changed-backend':
      return {
        message: `A key is stored, but it was encrypted by ${named(outcome.from)}, and here is now ${named(outcome.to)}.`,
        advice: 'Go back to the desktop or keyring of before and start the app again, or enter the key anew.',
        saying: saying('key.changed-backend', { from: known(outcome.from), to: known(outcome.to) })
      }
    case 'damaged':
      return {
        message: `A key is stored, but it cannot be decrypted with what ${place(platform)} has now.`,
        advice: 'Enter the key again. If the keyring was restored or replaced, its former state would still open it.',
        saying: saying('key.damaged')
      }
    case 'newer':
      return {
        message: 'A key is stored by a newer version of the app, and this one cannot read it.',
        advice: 'Install the newer version again, or enter the key anew.',
        saying: saying('key.newer')
      }
    default:
      return assertNever(outcome, 'no words for this outcome')
  }
}

const unprotected = say('The key is stored without protection, as you have agreed.', 'key.unprotected')

const placesOf: Readonly<Partial<Record<NodeJS.Platform, 'keychain' | 'account'>>> = {
  darwin: 'keychain',
  win32: 'account'
}

const letIn = 'Quit the app, start it again, and choose “Always Allow” when the system asks for the keychain.'
const later = 'Unlock it or log in anew, then start the app again; a key that was stored still is.'

function place(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'the keychain'
  return platform === 'win32' ? "Windows' data protection" : 'the keyring'
}

function protectedBy(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'encrypted with a key in your keychain'
  if (platform === 'win32') return 'encrypted for your Windows account: programs that you run could still read it'
  return 'encrypted with a key in your keyring'
}

/** Names come from a file, so only those that are known are repeated. */
function named(backend: string): string {
  return titles.get(backend) ?? 'something else'
}

/** Empty for what is not known. */
function known(backend: string): string {
  return titles.has(backend) ? backend : ''
}

const titles: ReadonlyMap<string, string> = new Map([
  ['basic_text', 'no keyring at all'],
  ['gnome_libsecret', 'GNOME Keyring'],
  ['kwallet', 'KWallet 4'],
  ['kwallet5', 'KWallet 5'],
  ['kwallet6', 'KWallet 6'],
  ['keychain', 'the macOS keychain'],
  ['dpapi', 'Windows']
])
