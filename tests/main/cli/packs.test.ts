import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runCli } from './run.ts'

const packLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  languages: z.array(z.string()),
  licence: z.string(),
  kind: z.enum(['embedded', 'fetchable']),
  state: z.enum(['ready', 'absent', 'incomplete', 'damaged']),
  bytes: z.number(),
  active: z.boolean()
})

let home: string
const run = (...words: string[]) => runCli(['packs', ...words], { environment: { GLYPHLENS_HOME: home } })

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'glyphlens-cli-'))
})

afterAll(async () => {
  await rm(home, { recursive: true })
})

describe('glyphlens packs', () => {
  it('lists every pack and marks the one that reads', async () => {
    const { stdout, exitCode } = await run('list')
    expect(stdout).toMatch(/^\* {2}ppocr-v4-mobile +here +15\.6 MB/m)
    expect(stdout).toMatch(/^ {3}ppocr-v6-small +not fetched/m)
    expect(exitCode).toBe(0)
  })

  it('lists them as JSON, one a line', async () => {
    const { stdout } = await run('list', '--json')
    const packs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => packLine.parse(JSON.parse(line)))
    expect(packs.filter(({ active }) => active).map(({ id }) => id)).toEqual(['ppocr-v4-mobile'])
  })

  it('verifies what is here', async () => {
    expect(await run('verify')).toMatchObject({ stdout: 'ppocr-v4-mobile: sound\n', stderr: '', exitCode: 0 })
  })

  it('fails to verify a pack that is not here, and says which files are missing', async () => {
    const { stdout, stderr, exitCode } = await run('verify', 'ppocr-v6-tiny')
    expect(stdout).toMatch(/^ppocr-v6-tiny: .* is missing/)
    expect(stderr).toContain('Fetch the pack again')
    expect(exitCode).toBe(1)
  })

  it('keeps the choice of a pack', async () => {
    expect(await run('use', 'ppocr-v4-mobile')).toMatchObject({ stdout: '', exitCode: 0 })
    expect(await readFile(join(home, 'data', 'config.json'), 'utf8')).toContain('ppocr-v4-mobile')
  })

  it.each([
    ['use of a pack that was not fetched', ['use', 'ppocr-v6-small'], 1, 'not complete on this machine'],
    ['an import from an empty folder', ['import', 'ppocr-v6-small', import.meta.dirname], 1, 'glyphlens: '],
    ['a fetch of an unknown pack', ['fetch', 'nope'], 2, 'There is no model pack'],
    ['a command without its pack', ['use'], 2, "missing required argument 'id'"],
    ['an unknown command', ['delete', 'x'], 2, 'unknown command']
  ])('refuses %s', async (_name, words, code, sentence) => {
    const { stdout, stderr, exitCode } = await run(...words)
    expect(stderr).toContain(sentence)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
  })
})
