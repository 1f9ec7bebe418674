import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { groups } from '../../../main/settings/groups.ts'
import { type Migration, migrate } from '../../../main/settings/migrations.ts'
import { openPreferences } from '../../../main/settings/preferences.ts'

const defaults = groups.parse({})

let root: string
let folder: string
let path: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'glyphlens-preferences-'))
  folder = join(root, 'data')
  path = join(folder, 'config.json')
})

afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

async function put(text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path, text)
}

describe('preferences', () => {
  test('are the defaults without a file, and reading makes none', async () => {
    const preferences = openPreferences(folder)
    expect(preferences.get()).toEqual(defaults)
    expect(preferences.notice).toBeUndefined()
    await expect(readdir(root)).resolves.toEqual([])
  })

  test('are written, for the owner alone, and found by the next one', async () => {
    await openPreferences(folder).set({ reading: { threads: 3 } })
    expect(openPreferences(folder).get().reading).toEqual({ ...defaults.reading, threads: 3 })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await expect(readdir(folder)).resolves.toEqual(['config.json'])
  })

  test('write no defaults: a better default of a later version shall reach the person', async () => {
    await openPreferences(folder).set({ reading: { layout: 'code' } })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ reading: { layout: 'code' } })
  })

  test('lose nothing when two things change at once', async () => {
    const preferences = openPreferences(folder)
    await Promise.all([preferences.set({ reading: { threads: 3 } }), preferences.set({ reading: { layout: 'code' } })])
    expect(preferences.get().reading).toMatchObject({ threads: 3, layout: 'code' })
  })

  test('forget a value that is set to nothing', async () => {
    const preferences = openPreferences(folder)
    await preferences.set({ library: { keepDays: 30, keepEntries: 100 } })
    await preferences.set({ library: { keepDays: undefined } })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ library: { keepEntries: 100 } })
  })

  test('show what another process wrote', async () => {
    const here = openPreferences(folder)
    await openPreferences(folder).set({ reading: { pack: 'other' } })
    expect(here.get().reading.pack).toBe('other')
  })

  test('keep keys that this version does not know', async () => {
    await put('{"window":{"width":900},"reading":{"threads":2,"glow":true}}')
    await openPreferences(folder).set({ reading: { layout: 'table' } })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      window: { width: 900 },
      reading: { threads: 2, glow: true, layout: 'table' }
    })
  })

  test.each([
    ['cut off', '{"reading":{"threads"'],
    ['empty', ''],
    ['a list', '[1,2]'],
    ['a null', 'null'],
    ['zeros after a power cut', '\0'.repeat(64)],
    ['far too long', `{"a":"${'x'.repeat(1024 * 1024)}"}`]
  ])('set a damaged file aside: %s', async (_name, text) => {
    await put(text)
    const preferences = openPreferences(folder)
    expect(preferences.get()).toEqual(defaults)
    const [aside = '', ...others] = await readdir(folder)
    expect(others).toEqual([])
    expect(aside).toMatch(/^config\.damaged-[\dT.Z-]+\.json$/)
    expect(preferences.notice?.message).toContain(aside)
    await expect(readFile(join(folder, aside), 'utf8')).resolves.toBe(text)
    await preferences.set({ reading: { threads: 1 } })
    expect(openPreferences(folder).get().reading.threads).toBe(1)
  })

  test.each([
    ['a value of a later version', '{"reading":{"layout":"poem","threads":2}}', { threads: 2 }, 'reading.layout'],
    ['a value out of range', '{"reading":{"threads":-1,"pack":"x"}}', { pack: 'x' }, 'reading.threads'],
    ['a group that is none', '{"reading":7}', {}, 'reading']
  ])('replace what does not fit and say so: %s', async (_name, text, kept, named) => {
    await put(text)
    const preferences = openPreferences(folder)
    expect(preferences.get().reading).toEqual({ ...defaults.reading, ...kept })
    expect(preferences.notice?.message).toContain(named)
    await expect(readFile(path, 'utf8')).resolves.toBe(text)
  })

  test('refuse to write what does not fit', async () => {
    const preferences = openPreferences(folder)
    await expect(preferences.set({ reading: { threads: 999 } })).rejects.toMatchObject({ code: 'usage' })
    await expect(preferences.set({ reading: { threads: 1.5 } })).rejects.toMatchObject({ code: 'usage' })
    expect(preferences.get()).toEqual(defaults)
  })

  test('name the disk when the folder cannot be', async () => {
    await writeFile(folder, 'a file where the folder should be')
    const preferences = openPreferences(folder)
    await expect(preferences.set({ reading: { threads: 1 } })).rejects.toMatchObject({ code: 'disk' })
  })

  test('say that the file was damaged while they were open', async () => {
    const preferences = openPreferences(folder)
    await put('{')
    expect(() => preferences.get()).toThrow(expect.objectContaining({ code: 'settings-damaged' }))
    await expect(preferences.set({ reading: { threads: 1 } })).rejects.toMatchObject({ code: 'settings-damaged' })
  })

  test('do not grow beyond what is read again', async () => {
    const providers = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`p${index}`, { baseUrl: 'x'.repeat(1000) }])
    )
    const preferences = openPreferences(folder)
    await expect(preferences.set({ vision: { providers } })).rejects.toMatchObject({ code: 'usage' })
    expect(preferences.get()).toEqual(defaults)
  })

  test('want an absolute folder', () => {
    expect(() => openPreferences('data')).toThrow(TypeError)
  })
})

describe('settings of an older version', () => {
  /** What was minutes is seconds, then the group has another name. */
  const steps: Migration[] = [
    ({ old, ...rest }) => ({ ...rest, middle: { seconds: Number(Object(old).minutes ?? 0) * 60 } }),
    ({ middle, ...rest }) => ({ ...rest, reading: { threads: Number(Object(middle).seconds) / 60 } })
  ]

  test('become those of today, step by step, and are written so with the next change', async () => {
    await put('{"old":{"minutes":4},"kept":1}')
    const preferences = openPreferences(folder, { steps })
    expect(preferences.get().reading.threads).toBe(4)
    await expect(readFile(path, 'utf8')).resolves.toBe('{"old":{"minutes":4},"kept":1}')
    await preferences.set({ reading: { layout: 'code' } })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      kept: 1,
      reading: { threads: 4, layout: 'code' },
      version: 3
    })
    expect(openPreferences(folder, { steps }).get().reading.threads).toBe(4)
  })

  test('a new file is of today', async () => {
    await openPreferences(folder, { steps }).set({ reading: { threads: 2 } })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ reading: { threads: 2 }, version: 3 })
  })

  test.each([
    ['of the first version', {}, 3],
    ['that say so', { version: 1 }, 3],
    ['of the second', { version: 2, middle: { seconds: 60 } }, 3],
    ['of today', { version: 3 }, 3],
    ['of a newer program', { version: 9 }, 9],
    ['with a version that is none', { version: 'x' }, 3]
  ])('%s', (_name, content, version) => {
    expect(migrate(content, steps)).toMatchObject({ version })
  })

  test('a newer program keeps its version', async () => {
    await put('{"version":9,"reading":{"threads":2},"future":{}}')
    await openPreferences(folder, { steps }).set({ reading: { layout: 'code' } })
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 9, future: {} })
  })

  test('are set aside when a step cannot take them', async () => {
    await put('{"old":{"minutes":4}}')
    const preferences = openPreferences(folder, { steps: [() => JSON.parse('no')] })
    expect(preferences.notice?.message).toContain('damaged')
    expect(preferences.get()).toMatchObject(defaults)
  })
})
