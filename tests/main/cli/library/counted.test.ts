import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { placesIn } from '../../../../main/store/places.ts'
import { openStore } from '../../../../main/store/store.ts'
import { useAsking } from '../ask/asking.ts'

const receipt = 'assets/samples/receipt.png'
const fast = 'Qwen/Qwen3-VL-30B-A3B-Instruct'
const precise = 'Qwen/Qwen3-VL-235B-A22B-Instruct'

const asking = useAsking()
let home: string
let library: string

beforeEach(async () => {
  home = await mkdtemp(join(asking.folder, 'home-'))
  library = join(home, 'data/library')
  return () => rm(home, { recursive: true })
})

const run = (words: readonly string[], scenario?: string) =>
  asking.ask(words, scenario, { environment: { GLYPHLENS_HOME: home } })

/** Calls and whether tokens were counted, by model. */
function counters(): Record<string, { calls: number; tokens: boolean }> {
  const store = openStore(library)
  const rows = store.all('SELECT model, sum(calls) AS calls, sum(prompt_tokens) AS tokens FROM counter GROUP BY model')
  store.close()
  return Object.fromEntries(
    rows.map(({ model, calls, tokens }) => [String(model), { calls: Number(calls), tokens: Number(tokens) > 0 }])
  )
}

describe('calls that no job makes are counted', () => {
  test.each([
    ['of each picture', ['describe', receipt, receipt], 'ok', 0, { [fast]: { calls: 2, tokens: true } }],
    [
      'for the model that was asked',
      ['ocr', '--vision', '--precise', receipt],
      'ok',
      0,
      { [precise]: { calls: 1, tokens: true } }
    ],
    ['when an answer broke off', ['describe', receipt], 'eof', 4, { [fast]: { calls: 1, tokens: false } }],
    ['not when one was refused', ['describe', receipt], '401', 3, {}],
    ['not for a rehearsal', ['describe', '--dry-run', receipt], 'ok', 0, {}],
    ['of a test', ['providers', 'test'], 'ok', 0, { [fast]: { calls: 1, tokens: true } }],
    ['of a look at the sight', ['providers', 'learn'], 'ok', 0, { [fast]: { calls: 1, tokens: true } }]
  ])('%s', async (_, words, scenario, exitCode, expected) => {
    openStore(library).close()
    expect(await run(words, scenario)).toMatchObject({ exitCode })
    expect(counters()).toEqual(expected)
  })
})

test('no library is made for it', async () => {
  const { stdout, exitCode } = await run(['describe', receipt])
  expect(exitCode).toBe(0)
  expect(stdout).not.toBe('')
  expect(existsSync(placesIn(library).database)).toBe(false)
})

test('what is found wrong with the library is told beside the answer', async () => {
  openStore(library).close()
  await writeFile(placesIn(library).database, 'no database any more'.repeat(1000))
  const { stdout, stderr, exitCode } = await run(['describe', receipt])
  expect({ stdout, exitCode }).toEqual({ stdout: expect.stringMatching(/\w/), exitCode: 0 })
  expect(stderr).toMatch(/damaged/)
  expect(await readdir(placesIn(library).damaged)).not.toEqual([])
})

test('a library that cannot be opened keeps nobody from an answer', async () => {
  openStore(library).close()
  const newer = openStore(library)
  newer.execute('PRAGMA user_version = 9999')
  newer.close()
  const { stdout, stderr, exitCode } = await run(['describe', receipt])
  expect({ stdout, stderr, exitCode }).toEqual({ stdout: expect.stringMatching(/\w/), stderr: '', exitCode: 0 })
})
