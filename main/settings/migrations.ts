/** The settings file as it stands there: any JSON object. */
export type SettingsContent = Readonly<Record<string, unknown>>

/** Makes the content of the next version of an older one. Pure; gives back what it does not understand as it is. */
export type Migration = (content: SettingsContent) => SettingsContent

/**
 * The step from version 1 to 2 comes first, and so on. There is none yet: so far settings were only added, and an addition
 * needs no step, because what is missing has a default and what is unknown is kept.
 */
export const migrations: readonly Migration[] = []

/** Where the file says its version; one without is of the first. */
const field = 'version'

/** What a new file starts with. */
export function fresh(steps: readonly Migration[]): SettingsContent {
  return steps.length === 0 ? {} : { [field]: versionAfter(steps) }
}

/**
 * The content as this program's version has it. One of a newer program is left as it is: what is known of it still holds,
 * and its version stays, so that the newer program does not take its own settings for old ones.
 */
export function migrate(content: SettingsContent, steps: readonly Migration[]): SettingsContent {
  const from = versionOf(content)
  if (from >= versionAfter(steps)) return content
  const migrated = steps.slice(from - 1).reduce((former, step) => step(former), content)
  return { ...migrated, [field]: versionAfter(steps) }
}

/** The version that a program with these steps writes. */
function versionAfter(steps: readonly Migration[]): number {
  return steps.length + 1
}

function versionOf({ [field]: version }: SettingsContent): number {
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : 1
}
