import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask, callBridge } from './bridge.ts'
import { expect, test } from './fixture.ts'

const provider = 'modelscope'

test('nothing that the app writes, prints or reports holds a key', async ({ desk, home, server }) => {
  const baseUrl = server.url('ok')
  await ask(desk.page, 'settings', 'change', { vision: { providers: { [provider]: { baseUrl } } } })
  await ask(desk.page, 'settings', 'key', { action: 'save', provider, text: server.key, accept: false })
  await ask(desk.page, 'vision', 'check', { what: 'connection', provider })
  await callBridge(desk.page, 'settings', 'key', {
    action: 'save',
    provider,
    text: `${server.key} 钥匙`,
    accept: false
  })
  const { report } = await ask(desk.page, 'app', 'diagnose', {})
  expect(report).toContain('Way there: open')
  await desk.quit()
  await desk.restart()
  const settings = await ask(desk.page, 'settings', 'read', {})
  for (const seen of [desk.output(), report, JSON.stringify(settings), await allText(home)]) {
    expect(seen).not.toContain(server.key)
  }
})

test('nothing goes to a strange address unless the person says yes in a dialog of the system', async ({ desk }) => {
  const strange = { vision: { providers: { [provider]: { baseUrl: 'https://gateway.example/v1' } } } }
  expect(await callBridge(desk.page, 'settings', 'change', strange)).toMatchObject({ problem: { code: 'cancelled' } })
  await desk.answerDialogs({ kind: 'message', button: 0 })
  const view = await ask(desk.page, 'settings', 'change', strange)
  expect(view.providers.find(({ id }) => id === provider)?.baseUrl).toBe('https://gateway.example/v1')
})

/** What stands in all files below a folder. */
async function allText(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n')
}
