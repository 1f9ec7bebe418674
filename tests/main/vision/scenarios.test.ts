import { readFileSync } from 'node:fs'
import { setGlobalProxyFromEnv } from 'node:http'
import { resolve } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Analysis } from '../../../main/vision/analyze/analysis.ts'
import { VisionFailure } from '../../../main/vision/failure.ts'
import { scenarioGroups } from '../../fakes/vision-server/scenarios/index.ts'
import { type Row, rows } from './scenarios.ts'
import { openScene, type Scene } from './scene.ts'

const root = resolve(import.meta.dirname, '../../..')
const authorityPath = resolve(root, 'tests/fakes/vision-server/certificates/authority.pem')
const picture = resolve(root, 'assets/samples/receipt.png')

let patient: Scene
let impatient: Scene
/** Lines of the table in the documentation, as they should be. */
const documented: string[] = []

beforeAll(async () => {
  // Without it every certificate of the test server is refused for the same reason.
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(authorityPath, 'utf8')])
  patient = await openScene()
  impatient = await openScene({ times: { firstByte: 400, idle: 400, total: 3000 } })
})

afterEach(() => {
  for (const { server } of [patient, impatient]) {
    const red = server.red()
    server.reset()
    if (red.length > 0) throw new Error(`the provider has seen red: ${JSON.stringify(red)}`)
  }
})

afterAll(async () => {
  await Promise.all([patient.close(), impatient.close()])
})

describe('every scenario of the test server has its outcome', () => {
  test.each(rows.map((row) => [nameOf(row), row] as const))('%s', async (_, row) => {
    const scene = row.impatient ? impatient : patient
    const outcome = await ask(scene, row)
    // A proxy has entries of its own.
    expect(scene.server.log().filter(({ method }) => method === 'POST')).toHaveLength(row.calls)
    expect(scene.waits().filter((wait) => wait > 0)).toEqual((row.waits ?? []).map(atLeast))
    expect(factsOf(outcome)).toEqual(row.code === undefined ? answerOf(row) : failureOf(row))
    documented.push(lineOf(row, outcome))
    // A canary: nothing that comes out of a call holds the key.
    expect(inspect(outcome, { depth: 20, showHidden: true, maxStringLength: null })).not.toContain(scene.server.key)
  })

  test('no line of the log holds the key or a picture', () => {
    const log = [...patient.log, ...impatient.log].join('\n')
    expect(log).toContain('vision-auth')
    expect(log).not.toContain(patient.server.key)
    expect(log).not.toMatch(/base64|[A-Za-z0-9+/]{100}/)
  })

  test('none is missing', () => {
    const others = new Set(['Lists of models', 'Cancelling'])
    const ids = Object.entries(scenarioGroups).flatMap(([group, all]) =>
      others.has(group) ? [] : all.map(({ id }) => id)
    )
    const tested = new Set(rows.map(({ id }) => id))
    expect(ids.filter((id) => !tested.has(id))).toEqual([])
  })

  test('the table in docs/providers.md says so', () => {
    expect(documented.length).toBe(rows.length)
    const text = readFileSync(resolve(root, 'docs/providers.md'), 'utf8')
    const lines = text
      .slice(text.indexOf('## What can go wrong'))
      .split('\n')
      .filter((line) => /^\| `[\w-]+` \| .* \| \d \|$/.test(line))
    expect(lines).toEqual(documented)
  })
})

/** What the rows speak of. */
function factsOf(outcome: Analysis | VisionFailure): object {
  if (!(outcome instanceof VisionFailure)) return { text: outcome.result.text, calls: outcome.calls }
  const { code, partial, advice } = outcome
  return { code, partial: partial !== undefined, advice }
}

function answerOf({ says = /never/, calls }: Row): object {
  const fits = (text: string): boolean => (typeof says === 'string' ? text.includes(says) : says.test(text))
  return { text: expect.toSatisfy(fits), calls }
}

function failureOf({ code, partial }: Row): object {
  return { code, partial: partial ?? false, advice: expect.stringMatching(/\w/) as string }
}

async function ask({ vision, preferences, server }: Scene, row: Row): Promise<Analysis | VisionFailure> {
  await preferences.set({ vision: { providers: row.boxes ? { modelscope: { boxes: row.boxes } } : {} } })
  const wishes = {
    ...row.wishes,
    ...(row.provider !== undefined && { provider: row.provider, key: server.key }),
    baseUrl: server.url(row.id, row.options)
  }
  const restore = row.proxy === undefined ? () => undefined : setGlobalProxyFromEnv(proxyEnvironment(server, row.proxy))
  try {
    return await vision.analyze(picture, wishes)
  } catch (thrown) {
    if (thrown instanceof VisionFailure) return thrown
    throw thrown
  } finally {
    restore()
  }
}

function proxyEnvironment({ proxy }: Scene['server'], kind: NonNullable<Row['proxy']>): Record<string, string> {
  return { HTTP_PROXY: proxy.url(kind), HTTPS_PROXY: proxy.url(kind), NO_PROXY: '' }
}

/** Chance adds up to a second. */
function atLeast(milliseconds: number): unknown {
  return expect.toSatisfy((wait: number) => wait >= milliseconds && wait <= milliseconds + 16_000)
}

function nameOf({ id, proxy }: Row): string {
  return proxy === undefined ? id : `proxy-${proxy}`
}

function lineOf(row: Row, outcome: Analysis | VisionFailure): string {
  const sentence = outcome instanceof VisionFailure ? `${anyHost(outcome.message)} \`${outcome.code}\`` : row.sees
  return `| \`${nameOf(row)}\` | ${sentence} | ${row.calls} |`
}

/** Ports and the short limits of this test are nothing to write down. */
function anyHost(message: string): string {
  return message.replaceAll(/(https?:\/\/)?127\.0\.0\.1:\d+[\w/]*/g, '(host)').replaceAll(/\d+(\.\d+)? s\b/g, '… s')
}
