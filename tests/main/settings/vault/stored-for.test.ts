import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FoundKey } from '../../../../main/settings/keys.ts'
import { besideVault, storedFor } from '../../../../main/settings/vault/stored-for.ts'
import { vaultBeforeFile } from '../../../../main/settings/vault/with-file.ts'
import { failureOf } from '../../library/shelf.ts'
import { canary, otherCanary } from './fakes.ts'

const openai = { id: 'openai', variable: 'OPENAI_API_KEY' }
const finds = (found: FoundKey | undefined) => ({ find: () => found })
const nothing = finds(undefined)
const fails = { find: () => JSON.parse('') as FoundKey }

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glyphlens-stored-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const put = (content: unknown) =>
  writeFile(join(folder, 'vault.json'), typeof content === 'string' ? content : JSON.stringify(content))

test.each<[string, unknown, unknown]>([
  ['records', { keys: { openai: { version: 1, lastFour: 'wxyz' } } }, [{ provider: 'openai', lastFour: 'wxyz' }]],
  ['records of a newer program', { keys: { openai: { version: 9 } } }, [{ provider: 'openai', lastFour: '' }]],
  ['a record that shows too much', { keys: { openai: { lastFour: canary } } }, [{ provider: 'openai', lastFour: '' }]],
  ['no records', { keys: {} }, []],
  ['something else', [1], []],
  ['half of a file', '{"keys":{"openai"', []],
  ['far too much', `{"keys":{},"a":"${'x'.repeat(1024 * 1024)}"}`, []]
])('of whom the desktop app keeps keys: %s', async (_, content, expected) => {
  await put(content)
  expect(storedFor(folder)).toEqual(expected)
})

test('no file is none', () => {
  expect(storedFor(folder)).toEqual([])
})

test('a program without the vault says where the key is that it does not find', async () => {
  const beside = besideVault(nothing, folder)
  expect(beside.find(openai)).toBeUndefined()
  await put({ keys: { openai: { version: 1, lastFour: 'wxyz' } } })
  const { code, message, advice } = failureOf(() => beside.find(openai))
  expect([code, message]).toEqual(['vision-key-missing', expect.stringContaining('desktop app')])
  expect(advice).toContain('glyphlens keys set openai --unencrypted')
  expect(advice).toContain('OPENAI_API_KEY')
  expect(beside.find({ id: 'ollama' })).toBeUndefined()
  const found = { key: canary, from: 'environment' } as const
  expect(besideVault(finds(found), folder).find(openai)).toBe(found)
})

test.each<[string, FoundKey | undefined, FoundKey | undefined, string | undefined]>([
  ['the vault first', { key: canary, from: 'vault' }, { key: otherCanary, from: 'file' }, canary],
  ['then the file', undefined, { key: otherCanary, from: 'file' }, otherCanary],
  ['else nothing', undefined, undefined, undefined]
])('of the vault and the file: %s', (_, inVault, inFile, key) => {
  expect(vaultBeforeFile(finds(inVault), finds(inFile)).find(openai)?.key).toBe(key)
})

test('no other error of the vault is covered up by the file', () => {
  expect(() => vaultBeforeFile(fails, finds({ key: canary, from: 'file' })).find(openai)).toThrow(SyntaxError)
})
