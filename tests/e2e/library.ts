// What a test looks up in the library, by the bridge as the window does.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import type { Sample } from '../../preload/contract/app.ts'
import type { EntrySummary, EntryView } from '../../preload/contract/library.ts'
import { ask } from './bridge.ts'

/** Path of a picture that comes with the app. */
export function samplePath(name: string): string {
  return resolve(import.meta.dirname, '../../assets/samples', `${name}.png`)
}

/** A copy of a sample in a folder of its own, under a name as people have them. */
export function sampleAt(folder: string, name: string, as: string): string {
  const place = join(folder, '图片 with spaces')
  mkdirSync(place, { recursive: true })
  const path = join(place, as)
  copyFileSync(samplePath(name), path)
  return path
}

/** Entries, the latest first. */
export async function entriesOf(page: Page, words = ''): Promise<readonly EntrySummary[]> {
  const { hits } = await ask(page, 'library', 'find', words === '' ? {} : { words })
  return hits.map(({ entry }) => entry)
}

/** The latest entry, whole; throws when there is none. */
export async function latestEntry(page: Page): Promise<EntryView> {
  const [latest] = await entriesOf(page)
  if (latest === undefined) throw new Error('The library is empty')
  return ask(page, 'library', 'entry', { id: latest.id })
}

/** Takes a sample in; answers the token of it. */
export async function takeSample(page: Page, name: Sample): Promise<string> {
  const [taken] = await ask(page, 'app', 'take', { from: 'sample', name })
  if (taken?.kind !== 'picture') throw new Error(`${name} was not taken in`)
  return taken.token
}
