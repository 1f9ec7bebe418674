import { type FoundKey, lastFour } from '../../settings/keys.ts'
import { presetOf, presets } from '../../vision/presets.ts'
import { alignColumns } from '../output/table.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'

/** One provider as `--json` tells of it. Promised in docs/command-line.md. */
interface ProviderRecord {
  readonly id: string
  readonly title: string
  /** Empty where the person has to give it. */
  readonly address: string
  /** Undefined where there is none. */
  readonly key: (Pick<FoundKey, 'from'> & { readonly lastFour: string }) | undefined
  readonly keyNeeded: boolean
  /** Name of the environment variable for the key. */
  readonly variable: string | undefined
  readonly chosen: boolean
}

/** Prints every provider: a line for people, or JSON. */
export async function listProviders({ house, terminal }: Session, json: boolean): Promise<void> {
  const { preferences, keys } = house()
  const { provider, providers } = preferences.get().vision
  const chosen = presetOf(provider).id
  const records = presets.map(({ id, title, baseUrl, key: { need, variable } }): ProviderRecord => {
    const found = keys.find({ id, variable })
    return {
      id,
      title,
      address: providers[id]?.baseUrl ?? baseUrl,
      key: found && { from: found.from, lastFour: lastFour(found.key) },
      keyNeeded: need === 'required',
      variable,
      chosen: id === chosen
    }
  })
  await terminal.print(json ? records.map((record) => `${JSON.stringify(record)}\n`).join('') : table(records))
}

/** `*` marks the provider that is asked. */
function table(records: readonly ProviderRecord[]): string {
  return alignColumns(
    records.map((record) => [
      record.chosen ? '*' : ' ',
      record.id,
      describeKey(record),
      printable(record.address) || 'its address: --base-url'
    ])
  )
}

const places: Readonly<Record<FoundKey['from'], string>> = {
  environment: 'environment',
  file: 'stored',
  vault: 'stored',
  session: 'kept for now'
}

function describeKey({ key, keyNeeded, variable }: ProviderRecord): string {
  if (key === undefined) return keyNeeded ? `no key: ${variable ?? 'glyphlens keys set'}` : 'needs no key'
  return `key${key.lastFour === '' ? '' : ` …${printable(key.lastFour)}`}, ${places[key.from]}`
}
