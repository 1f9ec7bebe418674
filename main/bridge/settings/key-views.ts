import type { KeyView } from '../../../preload/contract/settings.ts'
import { type Keys, lastFour } from '../../settings/keys.ts'
import type { KeyState } from '../../settings/vault/slot.ts'
import { describeOpening, type Wording } from '../../settings/vault/wording.ts'
import type { Preset } from '../../vision/preset.ts'

/** All places where keys may be. */
export interface KeyPlaces {
  readonly vault: readonly KeyState[]
  /** Of the command line. */
  readonly file: ReturnType<Keys['list']>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

/** Of each provider that has a key the one that holds now, and whether it can be used. */
export function keyViews(presets: readonly Preset[], places: KeyPlaces): KeyView[] {
  return presets.flatMap((preset) => viewOf(preset, places) ?? [])
}

function viewOf({ id, key: { variable } }: Preset, places: KeyPlaces): KeyView | undefined {
  const given = variable === undefined ? undefined : places.environment[variable]?.trim()
  const inVault = places.vault.find(({ provider }) => provider === id)
  const inFile = places.file.find(({ provider }) => provider === id)
  if (given) {
    const message = `The key comes from the environment variable ${variable}, which goes before a stored one.`
    return { provider: id, lastFour: lastFour(given), isUsable: true, from: 'environment', message }
  }
  if (inVault !== undefined && (inVault.isUsable || inFile === undefined)) {
    const { lastFour: end, isUsable, place } = inVault
    return { provider: id, lastFour: end, isUsable, from: place, ...wordsOf(inVault, places.platform) }
  }
  if (inFile === undefined) return undefined
  const unopened = inVault?.opening && describeOpening(inVault.opening, places.platform).message
  return { provider: id, lastFour: inFile.lastFour, isUsable: true, from: 'file', ...wordsOfFile(unopened) }
}

function wordsOf({ place, opening, isAccepted }: KeyState, platform: NodeJS.Platform): Wording {
  if (place === 'session') return { message: 'The key is kept until you quit the app.' }
  if (opening === undefined) return { message: 'The key is ready.' }
  const words = describeOpening(opening, platform)
  return isAccepted && opening.kind === 'open'
    ? { message: 'The key is stored without protection, as you have agreed.' }
    : words
}

function wordsOfFile(unopened: string | undefined): Wording {
  const message = 'The key lies in the file of the command line, which is not encrypted.'
  return {
    message: unopened === undefined ? message : `${unopened} ${message}`,
    advice: 'Enter it here as well to have the system encrypt it, then remove it with “glyphlens keys remove”.'
  }
}
