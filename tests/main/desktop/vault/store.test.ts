import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openVaultStore } from '../../../../main/desktop/vault/store.ts'
import { recordVersion, type VaultRecord } from '../../../../main/settings/vault/record.ts'

// Makes the import of electron-store no more than that: without it the package would fetch Electron.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere'
})

const record: VaultRecord = {
  version: recordVersion,
  backend: 'gnome_libsecret',
  ciphertext: 'djExAAAA',
  lastFour: '4711',
  saved: 1
}

let root: string
let folder: string
let path: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'glyphlens-vault-'))
  folder = join(root, 'data')
  path = join(folder, 'vault.json')
})

afterEach(() => rm(root, { recursive: true, force: true }))

async function put(text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path, text)
}

describe('the file of the vault', () => {
  test('reading makes none', async () => {
    const { store, notice } = openVaultStore(folder)
    expect(await store.read()).toEqual({})
    expect(await store.remove('modelscope')).toBe(false)
    expect(notice).toBeUndefined()
    await expect(readdir(root)).resolves.toEqual([])
  })

  test('keeps records for the owner alone, and the next one finds them', async () => {
    const { store } = openVaultStore(folder)
    await store.write('modelscope', record)
    await store.write('siliconflow.cn', { ...record, lastFour: '0815' })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await expect(readdir(folder)).resolves.toEqual(['vault.json'])
    expect(await openVaultStore(folder).store.read()).toEqual({
      modelscope: record,
      'siliconflow.cn': { ...record, lastFour: '0815' }
    })
  })

  test('removes one and leaves the others', async () => {
    const { store } = openVaultStore(folder)
    await store.write('modelscope', record)
    await store.write('openai', record)
    expect(await store.remove('modelscope')).toBe(true)
    expect(await store.remove('modelscope')).toBe(false)
    expect(await store.read()).toEqual({ openai: record })
  })

  test('keeps what a newer program wrote', async () => {
    await put('{"keys":{"modelscope":{"version":9,"sealed":["x"]}},"more":true}')
    const { store, notice } = openVaultStore(folder)
    await store.write('openai', record)
    expect(notice).toBeUndefined()
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      keys: { modelscope: { version: 9, sealed: ['x'] }, openai: record },
      more: true
    })
  })

  test.each([
    ['cut off', '{"keys":{"modelscope":{"ciphertext":"secret'],
    ['empty', ''],
    ['no record', '{"keys":{"modelscope":"secret"}}'],
    ['no keys', '{"keys":"secret"}'],
    ['zeros after a power cut', '\0'.repeat(64)],
    ['far too long', `{"keys":{},"a":"${'x'.repeat(1024 * 1024)}"}`]
  ])('is set aside when it is damaged: %s', async (_name, text) => {
    await put(text)
    const { store, notice } = openVaultStore(folder)
    const [aside = '', ...others] = await readdir(folder)
    expect(others).toEqual([])
    expect(aside).toMatch(/^vault\.damaged-[\dT.Z-]+\.json$/)
    expect(notice?.message).toContain(aside)
    expect(JSON.stringify(notice)).not.toContain('secret')
    await expect(readFile(join(folder, aside), 'utf8')).resolves.toBe(text)
    await store.write('modelscope', record)
    expect(await store.read()).toEqual({ modelscope: record })
  })

  test('says that it was damaged meanwhile, without what stands in it', async () => {
    const { store } = openVaultStore(folder)
    await put('{"keys":{"modelscope":{"ciphertext":"secret')
    const thrown = await store.read().catch((failure: unknown) => failure)
    expect(thrown).toMatchObject({ code: 'settings-damaged' })
    expect(inspect(thrown)).not.toContain('secret')
    await expect(store.write('openai', record)).rejects.toMatchObject({ code: 'settings-damaged' })
    await expect(readFile(path, 'utf8')).resolves.toContain('secret')
  })

  test('names the disk when its folder is a file', async () => {
    await writeFile(folder, 'no folder')
    await expect(openVaultStore(folder).store.write('openai', record)).rejects.toMatchObject({ code: 'disk' })
  })

  test('wants an absolute folder', () => {
    expect(() => openVaultStore('data')).toThrow(TypeError)
  })
})
