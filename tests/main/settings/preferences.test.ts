import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPreferences } from '../../../main/settings/preferences.ts'

const defaults = {
  reading: { pack: 'auto', threads: 0, layout: 'paragraphs' },
  vision: {
    provider: 'modelscope',
    language: 'auto',
    temperature: 0.7,
    maxTokens: 2048,
    topP: 0.8,
    localText: true,
    providers: {},
    learned: {}
  }
}

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
    expect(preferences.notice).toContain(aside)
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
    expect(preferences.notice).toContain(named)
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

  test('want an absolute folder', () => {
    expect(() => openPreferences('data')).toThrow(TypeError)
  })
})
