import type { KeyView } from '../../../preload/contract/settings.ts'
import { type Said, say, saying } from '../../saying.ts'
import { type Keys, lastFour } from '../../settings/keys.ts'
import type { KeyState } from '../../settings/vault/slot.ts'
import { describeOpening } from '../../settings/vault/wording.ts'
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
    const said = say(
      `The key comes from the environment variable ${variable}, which goes before a stored one.`,
      'key.environment',
      { variable: variable ?? '' }
    )
    return { provider: id, lastFour: lastFour(given), isUsable: true, from: 'environment', ...said }
  }
  if (inVault !== undefined && (inVault.isUsable || inFile === undefined)) {
    const { lastFour: end, isUsable, place } = inVault
    return { provider: id, lastFour: end, isUsable, from: place, ...wordsOf(inVault, places.platform) }
  }
  if (inFile === undefined) return undefined
  const unopened = inVault?.opening && describeOpening(inVault.opening, places.platform)
  return { provider: id, lastFour: inFile.lastFour, isUsable: true, from: 'file', ...wordsOfFile(unopened) }
}

function wordsOf({ place, opening, isAccepted }: KeyState, platform: NodeJS.Platform): Said {
  if (place === 'session') return say('The key is kept until you quit the app.', 'key.until-quit')
  if (opening === undefined) return say('The key is ready.', 'key.ready')
  const words = describeOpening(opening, platform)
  return isAccepted && opening.kind === 'open'
    ? say('The key is stored without protection, as you have agreed.', 'key.unprotected')
    : words
}

function wordsOfFile(unopened: Said | undefined): Said {
  const message = 'The key lies in the file of the command line, which is not encrypted.'
  return {
    message: unopened === undefined ? message : `${unopened.message} ${message}`,
    advice: 'Enter it here as well to have the system encrypt it, then remove it with “glyphlens keys remove”.',
    saying: saying('key.file')
  }
}
