import { keyOf, type Modifier, modifierOf, modifiers, type Platform } from './keys.ts'

/** A combination of keys in its normal form: modifiers in the order of `modifiers`, each once. */
export interface Hotkey {
  readonly modifiers: readonly Modifier[]
  readonly key: string
}

/** Why an accelerator is none. `part` is what stands there, cut to a length that can be shown. */
export type HotkeyProblem =
  | { readonly kind: 'empty' | 'too-long' | 'no-key' | 'several-keys' }
  | { readonly kind: 'unknown' | 'other-system'; readonly part: string }

export type ParsedHotkey =
  | { readonly ok: true; readonly hotkey: Hotkey }
  | { readonly ok: false; readonly problem: HotkeyProblem }

/** Characters; the longest combination that there is has about 60. */
const longestAccelerator = 100

/** Reads an accelerator as Electron writes them, such as `CommandOrControl+Shift+1`. Case and order do not matter. */
export function parseHotkey(accelerator: string, platform: Platform): ParsedHotkey {
  if (accelerator.trim() === '') return problem({ kind: 'empty' })
  if (accelerator.length > longestAccelerator) return problem({ kind: 'too-long' })
  const held = new Set<Modifier>()
  let key: string | undefined
  for (const part of accelerator.split('+').map((text) => text.trim())) {
    const modifier = modifierOf(part, platform)
    if (modifier === 'elsewhere') return problem({ kind: 'other-system', part })
    if (modifier !== undefined) {
      held.add(modifier)
      continue
    }
    const named = keyOf(part)
    if (named === undefined) return problem({ kind: 'unknown', part })
    if (key !== undefined) return problem({ kind: 'several-keys' })
    key = named.key
    if (named.withShift) held.add('Shift')
  }
  if (key === undefined) return problem({ kind: 'no-key' })
  return { ok: true, hotkey: { modifiers: modifiers.filter((modifier) => held.has(modifier)), key } }
}

/** The normal form as an accelerator: equal for hotkeys that are the same on this system, and understood by Electron. */
export function writeHotkey({ modifiers: held, key }: Hotkey): string {
  return [...held, key].join('+')
}

function problem(found: HotkeyProblem): ParsedHotkey {
  return { ok: false, problem: found }
}
