import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StageTimes } from '../../../main/capture/times/stages.ts'
import { captureChecks } from '../../../main/cli/doctor/captures.ts'
import { runCheck } from '../../../main/cli/doctor/check.ts'
import { keysCheck } from '../../../main/cli/doctor/keys.ts'
import { nodeCheck, systemCheck } from '../../../main/cli/doctor/runtime.ts'
import { shareOfWords } from '../../../main/cli/doctor/self-test.ts'
import { Failure } from '../../../main/failure.ts'
import type { Keys } from '../../../main/settings/keys.ts'
import { presets } from '../../../main/vision/presets.ts'
import { runCli } from './run.ts'

const report = z.strictObject({
  ok: z.boolean(),
  version: z.string(),
  node: z.string(),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(['good', 'warning', 'wrong']),
      detail: z.string().min(1),
      advice: z.string().optional(),
      milliseconds: z.number().optional()
    })
  )
})

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'glyphlens-cli-'))
})

afterAll(async () => {
  await rm(home, { recursive: true })
})

describe('glyphlens doctor', () => {
  it('finds nothing wrong here', async () => {
    const { stdout, stderr, exitCode } = await runCli(['doctor', '--json'], { environment: { GLYPHLENS_HOME: home } })
    const { ok, checks } = report.parse(JSON.parse(stdout))
    expect(checks.filter(({ state }) => state !== 'good')).toEqual([])
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['Engine', 'First reading', 'Next reading']))
    expect({ ok, stderr, exitCode }).toEqual({ ok: true, stderr: '', exitCode: 0 })
  })

  it('says what is wrong and how to mend it', async () => {
    // A file where the data folder should be.
    const broken = join(home, 'broken')
    await writeFile(broken, '')
    const { stdout, exitCode } = await runCli(['doctor'], { environment: { GLYPHLENS_HOME: broken } })
    expect(stdout).toMatch(/^FAIL {2}Data folder: .* cannot be written to.*\n {8}\S/m)
    expect(stdout).toMatch(/does not work here yet\.\n$/)
    expect(exitCode).toBe(1)
  })
})

/** One whose overlay took so many milliseconds to be shown. */
function capture(showing: number): StageTimes {
  const spent = { freezing: 80, showing, selecting: 900, cropping: 10, reading: 300, delivering: 20 }
  return { mode: 'read-region', spent }
}

describe('captureChecks', () => {
  it('tells the two waits of the last captures', async () => {
    const results = await Promise.all(captureChecks([capture(60), capture(100)]).map(runCheck))
    expect(results).toEqual([
      { name: 'Hotkey to overlay', state: 'good', detail: '140 ms, 95 of 100 within 180 ms, of 2 captures' },
      { name: 'Release to text', state: 'good', detail: '330 ms, 95 of 100 within 330 ms, of 2 captures' }
    ])
  })

  it('warns when the overlay takes its time', async () => {
    const [overlay] = await Promise.all(captureChecks([capture(400)]).map(runCheck))
    expect(overlay).toMatchObject({ state: 'warning', advice: expect.stringContaining('250 ms') })
  })

  it('has nothing to tell of a machine without captures', () => {
    expect(captureChecks([])).toEqual([])
  })
})

const lookAtKeys = (find: Keys['find'], elsewhere: { provider: string }[] = []) =>
  runCheck(keysCheck({ keys: { find }, elsewhere, presets }))

const openaiOnly: Keys['find'] = ({ id }) => (id === 'openai' ? { key: 'sk-0123456789wxyz', from: 'file' } : undefined)

const damagedFile: Keys['find'] = () => {
  throw new Failure('settings-damaged', 'The file with the API keys is damaged.', { advice: 'Mend it by hand.' })
}

describe('keysCheck', () => {
  it('names providers and places, and no key', async () => {
    expect(await lookAtKeys(openaiOnly, [{ provider: 'modelscope' }])).toEqual({
      name: 'Keys of providers',
      state: 'good',
      detail: 'openai (file), modelscope (desktop app only)'
    })
  })

  it('wants none', async () => {
    expect(await lookAtKeys(() => undefined)).toMatchObject({
      state: 'good',
      detail: expect.stringContaining('none')
    })
  })

  it('warns of a damaged file: reading works without', async () => {
    expect(await lookAtKeys(damagedFile)).toMatchObject({ state: 'warning', advice: 'Mend it by hand.' })
  })
})

describe('nodeCheck', () => {
  it.each([
    ['20.19.0', 'wrong'],
    ['22.17.1', 'wrong'],
    ['22.18.0', undefined],
    ['24.0.0', undefined]
  ])('of %s is %s', async (version, state) => {
    expect((await nodeCheck(version).look()).state).toBe(state)
  })
})

describe('systemCheck', () => {
  it.each([
    ['linux', 'x64', undefined],
    ['win32', 'arm64', undefined],
    ['darwin', 'arm64', undefined],
    ['darwin', 'x64', 'wrong'],
    ['linux', 'ia32', 'wrong'],
    ['freebsd', 'x64', 'wrong']
  ] as const)('of %s-%s is %s', async (platform, processor, state) => {
    expect((await systemCheck(platform, processor).look()).state).toBe(state)
  })
})

describe('shareOfWords', () => {
  it.each([
    ['', '', 1],
    ['one two', 'two, one!', 1],
    ['one one', 'one', 0.5],
    ['milk tea 奶茶', 'Milk tea 奶', 0.5],
    ['ＡＢＣ', 'ABC', 1]
  ])('of "%s" in "%s" is %d', (truth, text, share) => {
    expect(shareOfWords(truth, text)).toBe(share)
  })
})
