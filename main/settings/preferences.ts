import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { Failure } from '../failure.ts'
import { type Said, say, saying } from '../saying.ts'
import { groups, type PreferenceValues } from './groups.ts'
import { fresh, type Migration, migrate, migrations, type SettingsContent } from './migrations.ts'

/** Some values of some groups; the others stay as they are. An undefined value goes back to its default. */
export type PreferencePatch = { readonly [G in keyof PreferenceValues]?: Partial<PreferenceValues[G]> }

export interface Preferences {
  /** As they stand in the file now: another process may have changed them. Values that do not fit are the defaults. */
  get(): PreferenceValues
  /** Throws `usage` for values that do not fit, `settings-damaged` or `disk`. */
  set(patch: PreferencePatch): Promise<void>
  /** A sentence for the person when the file was damaged: what happened, and where the old file is. */
  readonly notice?: Said
}

/** Settings are a few hundred bytes; a file above this is not ours. */
const largestFile = 1024 * 1024

/** Where the settings lie, and how older ones become today's. */
interface Place {
  readonly folder: string
  readonly path: string
  readonly steps: readonly Migration[]
}

/**
 * Opens `config.json` in an absolute folder (the file of electron-store too). A damaged file is renamed and the
 * defaults hold. Throws `disk` when the file cannot be read.
 */
export function openPreferences(folder: string, { steps = migrations } = {}): Preferences {
  if (!isAbsolute(folder)) throw new TypeError(`not an absolute folder: ${folder}`)
  const place: Place = { folder, path: join(folder, 'config.json'), steps }
  const notice = setAsideWhenDamaged(place) ?? unfit(read(place))
  return {
    get: () => fitting(read(place)).values,
    set: (patch) => write(place, patch),
    ...(notice !== undefined && { notice })
  }
}

/** Looks whether values fit, without writing them. Throws `usage`. */
export function checkPatch(patch: object): PreferencePatch {
  const parsed = groups.safeParse(patch)
  if (parsed.success) return patch
  throw new Failure('usage', `This setting has a value that does not fit: ${z.prettifyError(parsed.error)}`, {
    advice: 'Choose one of the values that the setting offers.',
    saying: saying('settings.unfit'),
    cause: parsed.error
  })
}

function setAsideWhenDamaged(place: Place): Said | undefined {
  const { path } = place
  try {
    read(place)
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'settings-damaged') throw thrown
    // No colons: Windows refuses them in names.
    const aside = path.replace(/json$/, `damaged-${new Date().toISOString().replaceAll(':', '-')}.json`)
    onDisk(() => renameSync(path, aside))
    const message = `The settings file was damaged, so the defaults hold. The old file was kept as ${aside}.`
    return say(message, 'settings.set-aside', { path: aside })
  }
}

function unfit(content: SettingsContent): Said | undefined {
  const { dropped } = fitting(content)
  if (dropped.length === 0) return undefined
  const names = dropped.join(', ')
  const message = `Settings with values that this version does not understand are at their defaults: ${names}.`
  return say(message, 'settings.dropped', { names })
}

interface Fitting {
  readonly values: z.infer<typeof groups>
  /** What stands in the file, without the values that do not fit. */
  readonly kept: Record<string, unknown>
  /** Dotted paths of what does not fit. */
  readonly dropped: readonly string[]
}

/** Whatever does not fit gives way to its default, the rest holds. */
function fitting(content: SettingsContent): Fitting {
  const result = groups.safeParse(content)
  if (result.success) return { values: result.data, kept: { ...content }, dropped: [] }
  const copy: Record<string, unknown> = structuredClone({ ...content })
  const paths = result.error.issues.map((issue) => issue.path.map(String))
  for (const path of paths) dropKey(copy, path)
  return { values: groups.parse(copy), kept: copy, dropped: paths.map((path) => path.join('.')) }
}

function dropKey(content: Record<string, unknown>, [key, ...rest]: string[]): void {
  if (key === undefined) return
  const inner = content[key]
  if (rest.length > 0 && isRecord(inner)) dropKey(inner, rest)
  else delete content[key]
}

/** What stands in the file, as today's version has it. */
function read({ path, steps }: Place): SettingsContent {
  const text = onDisk(() => readText(path))
  if (text === undefined) return fresh(steps)
  try {
    const content: unknown = JSON.parse(text)
    if (isRecord(content)) return migrate(content, steps)
  } catch (cause) {
    throw damaged(cause)
  }
  throw damaged(new TypeError('no object at the top'))
}

function readText(path: string): string | undefined {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (facts === undefined) return undefined
  if (!facts.isFile() || facts.size > largestFile) throw damaged(new TypeError('not a small plain file'))
  return readFileSync(path, 'utf8')
}

async function write(place: Place, patch: PreferencePatch): Promise<void> {
  checkPatch(patch)
  // Loaded on the first write: conf takes 150 ms to load, and most runs of the command line only read.
  const { default: Conf } = await import('conf')
  // From here on nothing waits: two changes at once would each undo the other.
  const content = read(place)
  const groupsAfter = Object.entries(patch).map(([group, values]) => [group, mergedGroup(content, group, values)])
  const after = { ...content, ...Object.fromEntries(groupsAfter) }
  if (JSON.stringify(after).length > largestFile / 2) throw tooLarge()
  onDisk(() => {
    mkdirSync(place.folder, { recursive: true, mode: 0o700 })
    new Conf({ cwd: place.folder, configName: 'config', configFileMode: 0o600 }).store = after
  })
}

/** The group as it stands in the file, unknown keys included, with the patch over it. */
function mergedGroup(content: SettingsContent, group: string, values: object): object {
  const former = fitting(content).kept[group]
  return { ...(isRecord(former) ? former : {}), ...values }
}

function tooLarge(): Failure {
  return new Failure('usage', 'The settings have grown too large to be kept.', {
    advice: 'Make tasks of your own shorter, or remove some.',
    saying: saying('settings.too-large')
  })
}

function onDisk<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    if (cause instanceof SyntaxError) throw damaged(cause)
    throw new Failure('disk', 'The settings file cannot be read or written.', {
      advice: "Check the permissions of the app's data folder and the space on its disk.",
      cause
    })
  }
}

function damaged(cause: unknown): Failure {
  return new Failure('settings-damaged', 'The settings file is damaged.', {
    advice: 'Start the app again: it sets the damaged file aside and goes on with the defaults.',
    cause
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
