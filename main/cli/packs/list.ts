import type { PackState } from '../../packs/packs.ts'
import { alignColumns } from '../output/table.ts'
import type { Session } from '../session.ts'

/** Prints every pack: a line for people, or JSON. */
export async function listPacks({ house, terminal }: Session, json: boolean): Promise<void> {
  const states = await house().packs.list()
  await terminal.print(json ? states.map(jsonLine).join('') : table(states))
}

function jsonLine({ manifest, kind, state, bytes, active }: PackState): string {
  const { id, title, description, languages, licence } = manifest
  return `${JSON.stringify({ id, title, description, languages, licence, kind, state, bytes, active })}\n`
}

const stateWords: Readonly<Record<PackState['state'], string>> = {
  ready: 'here',
  absent: 'not fetched',
  incomplete: 'partly fetched',
  damaged: 'damaged'
}

/** `*` marks the pack that reads. */
function table(states: readonly PackState[]): string {
  return alignColumns(
    states.map(({ manifest, state, bytes, active }) => [
      active ? '*' : ' ',
      manifest.id,
      stateWords[state],
      megabytes(bytes),
      manifest.description
    ])
  )
}

/** Bytes as people read them: 16.2 MB. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
