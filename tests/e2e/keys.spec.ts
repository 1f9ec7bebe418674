import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startVisionServer, type VisionServer } from '../fakes/vision-server/server.ts'
import { ask, callBridge } from './bridge.ts'
import { expect, test } from './fixture.ts'

let server: VisionServer

test.beforeAll(async () => {
  server = await startVisionServer()
})
test.beforeEach(() => server.reset())
test.afterEach(() => expect(server.red()).toEqual([]))
test.afterAll(() => server.close())

const provider = 'modelscope'
const at = (scenario: string) => ({ vision: { providers: { [provider]: { baseUrl: server.url(scenario) } } } })

test('a key is stored, proved by a call, and there after the next start', async ({ desk, home }) => {
  await ask(desk.page, 'settings', 'change', at('ok'))
  const saved = await ask(desk.page, 'settings', 'key', { action: 'save', provider, text: server.key, accept: false })
  expect(saved.kind).toBe('stored')
  const report = await ask(desk.page, 'vision', 'check', { what: 'connection', provider })
  expect(report).not.toHaveProperty('problem')
  await desk.quit()
  await desk.restart()
  const { keys } = await ask(desk.page, 'settings', 'read', {})
  expect(keys).toMatchObject([{ provider, isUsable: true, from: 'vault', lastFour: server.key.slice(-4) }])
  expect(await ask(desk.page, 'vision', 'check', { what: 'connection', provider })).not.toHaveProperty('problem')
  const { report: text } = await ask(desk.page, 'app', 'diagnose', {})
  const written = await allFiles(join(home))
  for (const seen of [desk.output(), text, JSON.stringify(keys), written]) expect(seen).not.toContain(server.key)
  expect(text).toContain('Way there: open')
})

test('a key that the provider refuses stays stored, and the test says at which step it failed', async ({ desk }) => {
  await ask(desk.page, 'settings', 'change', at('401'))
  await ask(desk.page, 'settings', 'key', { action: 'save', provider, text: server.key, accept: false })
  const report = await ask(desk.page, 'vision', 'check', { what: 'connection', provider })
  expect(report).toMatchObject({ problem: { code: 'vision-auth' } })
  const { keys } = await ask(desk.page, 'settings', 'read', {})
  expect(keys).toMatchObject([{ provider, isUsable: true, from: 'vault' }])
})

test.describe('without a keyring', () => {
  test.use({ launch: { staging: { keyring: 'basic_text' } } })

  test('a key is kept until the app is quit, or stored when the person agrees', async ({ desk }) => {
    const key = { action: 'save', provider, text: server.key } as const
    expect(await ask(desk.page, 'settings', 'key', { ...key, accept: false })).toMatchObject({ canAccept: true })
    await desk.quit()
    await desk.restart()
    expect((await ask(desk.page, 'settings', 'read', {})).keys).toEqual([])
    expect((await ask(desk.page, 'settings', 'key', { ...key, accept: true })).kind).toBe('accepted')
    await desk.quit()
    await desk.restart()
    expect((await ask(desk.page, 'settings', 'read', {})).keys).toMatchObject([{ isUsable: true, from: 'vault' }])
  })
})

test('nothing goes to a strange address unless the person says yes in a dialog of the system', async ({ desk }) => {
  const strange = { vision: { providers: { [provider]: { baseUrl: 'https://gateway.example/v1' } } } }
  expect(await callBridge(desk.page, 'settings', 'change', strange)).toMatchObject({ problem: { code: 'cancelled' } })
  await desk.answerDialogs({ kind: 'message', button: 0 })
  const view = await ask(desk.page, 'settings', 'change', strange)
  expect(view.providers.find(({ id }) => id === provider)?.baseUrl).toBe('https://gateway.example/v1')
})

/** All text below a folder. */
async function allFiles(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n')
}
