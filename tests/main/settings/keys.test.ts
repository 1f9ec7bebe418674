import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lastFour, openKeys } from '../../../main/settings/keys.ts'

const canary = 'ms-00000000-canary-4711'
const modelscope = { id: 'modelscope', variable: 'MODELSCOPE_API_KEY' }

let root: string
let folder: string
let path: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'glyphlens-keys-'))
  folder = join(root, 'data')
  path = join(folder, 'keys.json')
})

afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

async function put(text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path, text)
}

describe('keys', () => {
  test('are stored for the owner alone, found again, and removed on order only', async () => {
    await openKeys(folder, {}).store('modelscope', canary)
    const keys = openKeys(folder, {})
    expect(keys.find(modelscope)).toEqual({ key: canary, from: 'file' })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await expect(keys.remove('modelscope')).resolves.toBe(true)
    await expect(keys.remove('modelscope')).resolves.toBe(false)
    expect(keys.find(modelscope)).toBeUndefined()
  })

  test('of the environment go before stored ones, blanks do not count', async () => {
    await openKeys(folder, {}).store('modelscope', 'stored')
    expect(openKeys(folder, { MODELSCOPE_API_KEY: ` ${canary}\n` }).find(modelscope)).toEqual({
      key: canary,
      from: 'environment'
    })
    expect(openKeys(folder, { MODELSCOPE_API_KEY: ' ' }).find(modelscope)).toEqual({ key: 'stored', from: 'file' })
  })

  test('of several providers stand side by side, also with a dot in the name', async () => {
    const keys = openKeys(folder, {})
    await keys.store('one.two', canary)
    await keys.store('one', 'short')
    expect(keys.list()).toEqual([
      { provider: 'one.two', lastFour: '4711' },
      { provider: 'one', lastFour: '' }
    ])
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ 'one.two': canary, one: 'short' })
  })

  test.each(['{', '[]', `{"modelscope":["${canary}"]}`, `{"modelscope":"${canary}"`])(
    'in a damaged file are left alone and not shown: %s',
    async (text) => {
      await put(text)
      const keys = openKeys(folder, {})
      const thrown = await keys.store('openai', 'new').catch((error: unknown) => error)
      expect(thrown).toMatchObject({ code: 'settings-damaged' })
      expect(`${String(thrown)}${String((thrown as Error).cause)}`).not.toContain('canary')
      expect(() => keys.find(modelscope)).toThrow(/damaged/)
      await expect(readFile(path, 'utf8')).resolves.toBe(text)
    }
  )
})

test.each([
  ['ms-12345678-abcd', 'abcd'],
  ['short-key', '']
])('the last four characters of %s are "%s"', (key, expected) => {
  expect(lastFour(key)).toBe(expected)
})
