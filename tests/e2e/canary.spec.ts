import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, callBridge, queueRests } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { takeSample } from './library.ts'
import { descendants } from './processes.ts'

const canary = 'ms-ca9a4100-feed-4bad-8bad-c0ffee5eed77'

/** The key as it may hide: as it is, and in base64 at each of its three places. */
function disguises(secret: string): readonly string[] {
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.from(`${' '.repeat(shift)}${secret}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4)
  )
  return [secret, secret.slice(3), encodeURIComponent(secret), ...encoded]
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const holds = (text: string): boolean => disguises(canary).some((form) => text.includes(form))

test('a key is nowhere but in the vault: no log, no answer to the window, no file, no other process', async ({
  desk,
  home,
  server
}) => {
  test.skip(process.platform !== 'linux', 'Processes are looked up as Linux has them')
  const { page } = desk
  const use = (baseUrl: string) =>
    ask(page, 'settings', 'change', { vision: { providers: { modelscope: { baseUrl } } } })

  await use(server.url('ok', { key: canary }))
  await ask(page, 'settings', 'key', { action: 'save', provider: 'modelscope', text: canary, accept: false })
  await callBridge(page, 'settings', 'key', { action: 'look', provider: 'modelscope', text: canary })
  // Refused because of its form, and still a key.
  const malformed = { action: 'save', provider: 'modelscope', text: `${canary} 钥匙`, accept: false } as const
  expect(await callBridge(page, 'settings', 'key', malformed)).toMatchObject({ ok: false })
  await ask(page, 'vision', 'check', { what: 'connection', provider: 'modelscope' })
  // Answered, blocked, refused and unreachable, each of which has words of its own. What waits asks again at the next address.
  for (const scenario of ['ok', '400-inspect', '401', 'refused']) {
    await use(server.url(scenario, { key: canary }))
    const token = await takeSample(page, 'chart')
    const what = { task: 'ask', engine: 'modelscope', options: { question: scenario } } as const
    await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: what })
    await queueRests(page)
  }
  const token = await takeSample(page, 'receipt')
  await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  await queueRests(page)
  const { report } = await ask(page, 'app', 'diagnose', {})

  const engines = descendants(desk.pid)
  expect(engines).not.toEqual([])
  expect(engines.filter(({ command, environment }) => holds(command) || holds(environment))).toEqual([])
  expect(desk.traffic.length).toBeGreaterThan(10)
  expect(desk.traffic.filter(holds)).toEqual([])
  expect(holds(report)).toBe(false)
  await desk.quit()
  await desk.restart()
  await ask(desk.page, 'settings', 'read', {})
  expect(desk.traffic.filter(holds)).toEqual([])
  await desk.quit()
  expect(holds(desk.output())).toBe(false)
  const files = filesBelow(home)
  expect(files.some((path) => path.endsWith('glyphlens.log'))).toBe(true)
  expect(files.filter((path) => holds(readFileSync(path, 'latin1')))).toEqual([])
})

test.describe('from the environment', () => {
  test.use({ launch: { environment: { MODELSCOPE_API_KEY: canary } } })

  test('a key of the environment does not reach the engine', async ({ desk }) => {
    test.skip(process.platform !== 'linux', 'Processes are looked up as Linux has them')
    const token = await takeSample(desk.page, 'receipt')
    await ask(desk.page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
    await queueRests(desk.page)
    const engines = descendants(desk.pid)
    expect(engines).not.toEqual([])
    expect(engines.filter(({ command, environment }) => holds(command) || holds(environment))).toEqual([])
    expect(desk.traffic.filter(holds)).toEqual([])
  })
})
