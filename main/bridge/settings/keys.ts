import type { KeyOutcome, KeyView } from '../../../preload/contract/settings.ts'
import { asFailure, assertNever, type Failure } from '../../failure.ts'
import { type Said, say, saying } from '../../saying.ts'
import type { Keys } from '../../settings/keys.ts'
import type { SavingOutcome } from '../../settings/vault/outcome.ts'
import type { Vault } from '../../settings/vault/vault.ts'
import { acceptanceWords, describeOpening, describeSaving } from '../../settings/vault/wording.ts'
import type { Language } from '../../tasks/prompt/language.ts'
import { presetOf, presets } from '../../vision/presets.ts'
import { keyViews } from './key-views.ts'

export interface KeyDeskPorts {
  readonly vault: Vault
  /** Of the command line; where keys may be, too. */
  readonly file: Pick<Keys, 'list' | 'remove'>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** That the person reads. */
  readonly language: () => Language
  /** The key of a provider can be used now: jobs that wait for it go on. */
  readonly keyAdded: (provider: string) => void
}

/** What a window may want of a key. */
export type KeyWish =
  | { readonly action: 'save'; readonly provider: string; readonly text: string; readonly accept: boolean }
  | { readonly action: 'remove'; readonly provider: string }
  | { readonly action: 'look'; readonly provider: string; readonly text: string }
  | { readonly action: 'open' }

/** Where keys are handed in, and nobody gets one back. */
export interface KeyDesk {
  readonly views: () => readonly KeyView[]
  /** The words to agree to before a key is stored without protection. */
  readonly acceptance: () => string
  /** Throws `usage` for providers that do not exist, `vision-key-format`, `vision-key-missing`, `disk`, `settings-damaged`. */
  readonly act: (wish: KeyWish) => Promise<KeyOutcome>
}

export function createKeyDesk({ vault, file, environment, platform, language, keyAdded }: KeyDeskPorts): KeyDesk {
  const acceptance = (): string => acceptanceWords[language()]

  const save = async (provider: string, text: string, accept: boolean): Promise<KeyOutcome> => {
    const { id } = presetOf(provider)
    const form = vault.verifyForm(id, text)
    const hints = form.result === 'plausible' ? form.notices : []
    try {
      const outcome = await vault.save(id, text, accept ? { acceptance: acceptance() } : {})
      keyAdded(id)
      return { ...kindOf(outcome), ...describeSaving(outcome, platform), hints }
    } catch (thrown) {
      const failure = asFailure(thrown)
      if (failure.code.startsWith('vision-key')) throw failure
      // It could not be written down, and is held all the same.
      keyAdded(id)
      return {
        ...failed(failure),
        message: `The key is kept until you quit the app: ${failure.message}`,
        saying: saying('key.not-written')
      }
    }
  }

  const remove = async (provider: string): Promise<KeyOutcome> => {
    const { id, title, key } = presetOf(provider)
    const wasThere = (await vault.remove(id)) || (await file.remove(id))
    const left = views().find((view) => view.provider === id)
    const kind = wasThere ? 'removed' : 'failed'
    const said = wasThere
      ? say(`The key of ${title} is removed.`, 'key.removed', { provider: title })
      : say(`No key of ${title} is stored.`, 'key.not-there', { provider: title })
    if (left === undefined) return told(kind, said)
    const advice =
      left.from === 'environment'
        ? `Take the variable ${key.variable} out of the environment of the app.`
        : 'Remove it as well.'
    const variable = left.from === 'environment' ? (key.variable ?? '') : ''
    return {
      ...told(kind, { message: `${said.message} ${left.message}`, advice }),
      saying: saying('key.still-there', { provider: title, variable })
    }
  }

  const look = (provider: string, text: string): KeyOutcome => {
    const preset = presetOf(provider)
    const form = vault.verifyForm(preset.id, text)
    switch (form.result) {
      case 'empty':
        return told('looked', say('', 'key.nothing'))
      case 'plausible':
        return told(
          'looked',
          form.notices[0] ?? say(`This could be a key of ${preset.title}.`, 'key.plausible', { provider: preset.title })
        )
      case 'malformed':
        return failed(form.failure)
      default:
        return assertNever(form, 'no words for this look')
    }
  }

  const open = async (): Promise<KeyOutcome> => {
    const outcomes = await vault.open()
    for (const { provider, isUsable } of vault.list()) if (isUsable) keyAdded(provider)
    const closed = [...outcomes.values()].find(({ kind }) => kind !== 'open' && !kind.startsWith('re-'))
    if (closed !== undefined) return { kind: 'failed', canAccept: false, ...describeOpening(closed, platform) }
    return told(
      'opened',
      outcomes.size === 0
        ? say('No key is stored.', 'key.none-stored')
        : say('All stored keys are ready.', 'key.all-ready')
    )
  }

  function views(): KeyView[] {
    return keyViews(presets, { vault: vault.list(), file: listOf(file), environment, platform })
  }

  return {
    views,
    acceptance,
    act: async (wish) => {
      switch (wish.action) {
        case 'save':
          return await save(wish.provider, wish.text, wish.accept)
        case 'remove':
          return await remove(wish.provider)
        case 'look':
          return look(wish.provider, wish.text)
        case 'open':
          return await open()
        default:
          return assertNever(wish, 'no such wish')
      }
    }
  }
}

function kindOf(outcome: SavingOutcome): Pick<KeyOutcome, 'kind' | 'canAccept'> {
  if (outcome.kind === 'stored' || outcome.kind === 'accepted') return { kind: outcome.kind, canAccept: false }
  return { kind: 'session', canAccept: outcome.kind === 'session' && outcome.canAccept }
}

function told(kind: KeyOutcome['kind'], said: Said): KeyOutcome {
  return { kind, ...said, canAccept: false }
}

function failed({ code, message, advice, saying: by }: Failure): KeyOutcome {
  return { kind: 'failed', code, message, advice, saying: by, canAccept: false }
}

/** A damaged file of the command line is no reason to show no settings; whoever needs a key of it is told. */
function listOf(file: Pick<Keys, 'list'>): ReturnType<Keys['list']> {
  try {
    return file.list()
  } catch {
    return []
  }
}
