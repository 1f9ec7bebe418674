import type { Page } from 'playwright'
import { ask, callBridge, queueRests } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { latestEntry, takeSample } from './library.ts'

const provider = 'modelscope'
const right = 'ms-12345678-test-0000-0000-0000abcd9876'
const wrong = 'ms-12345678-test-0000-0000-0000abcd0000'

const save = (page: Page, text: string, accept = false) =>
  ask(page, 'settings', 'key', { action: 'save', provider, text, accept })

async function keyOf(page: Page) {
  const { keys } = await ask(page, 'settings', 'read', {})
  return keys.find((key) => key.provider === provider)
}

test('a key is stored, survives a restart, and the provider lets it in', async ({ desk, server }) => {
  const baseUrl = server.url('ok', { key: right })
  await ask(desk.page, 'settings', 'change', { vision: { providers: { [provider]: { baseUrl } } } })
  expect(await save(desk.page, `  ${right}\n`)).toMatchObject({ kind: 'stored' })
  await desk.quit()
  await desk.restart()
  const { page } = desk
  await expect.poll(() => keyOf(page)).toMatchObject({ lastFour: '9876', isUsable: true, from: 'vault' })
  const check = await ask(page, 'vision', 'check', { what: 'connection', provider })
  expect(check).toMatchObject({ what: 'connection' })
  expect(check.what === 'connection' && check.steps.filter(({ state }) => state !== 'good')).toEqual([])
})

test('a key that the provider refuses is told as such, and stays', async ({ desk, server }) => {
  const { page } = desk
  const baseUrl = server.url('401', { key: wrong })
  await ask(page, 'settings', 'change', { vision: { providers: { [provider]: { baseUrl } } } })
  await save(page, wrong)
  const check = await ask(page, 'vision', 'check', { what: 'connection', provider })
  expect(check.what === 'connection' && check.problem?.code).toBe('vision-auth')
  expect(await keyOf(page)).toMatchObject({ lastFour: '0000' })
})

test('what cannot be a key is refused before anything is asked', async ({ desk, server }) => {
  const { page } = desk
  const answer = await callBridge(page, 'settings', 'key', {
    action: 'save',
    provider,
    text: 'Bearer what is this 钥匙',
    accept: false
  })
  expect(answer.ok).toBe(false)
  expect(await keyOf(page)).toBeUndefined()
  expect(server.log()).toEqual([])
})

test.describe('without a keyring', () => {
  test.use({ launch: { staging: { keyring: 'basic_text' } } })

  test('a key is for this session only, unless the person accepts that nothing protects it', async ({ desk }) => {
    expect(await save(desk.page, right)).toMatchObject({ kind: 'session', canAccept: true })
    expect(await keyOf(desk.page)).toMatchObject({ isUsable: true, from: 'session' })
    await desk.quit()
    await desk.restart()
    expect(await keyOf(desk.page)).toBeUndefined()
    expect(await save(desk.page, right, true)).toMatchObject({ kind: 'accepted' })
    await desk.quit()
    await desk.restart()
    await expect.poll(() => keyOf(desk.page)).toMatchObject({ isUsable: true, from: 'vault' })
  })
})

test('a keyring that changed: the key is kept, said to be closed, and opens again with the old one', async ({
  desk
}) => {
  await save(desk.page, right)
  await desk.quit()
  await desk.restart({ staging: { keyring: 'other-key' } })
  await expect.poll(() => keyOf(desk.page)).toMatchObject({ isUsable: false, lastFour: '9876' })
  await desk.quit()
  await desk.restart({ staging: { keyring: 'unavailable' } })
  await expect.poll(() => keyOf(desk.page)).toMatchObject({ isUsable: false, lastFour: '9876' })
  await desk.quit()
  await desk.restart()
  await expect.poll(() => keyOf(desk.page)).toMatchObject({ isUsable: true })
})

test('a job that waits for a key goes on when one is entered', async ({ desk, server }) => {
  const { page } = desk
  const baseUrl = server.url('ok', { key: right })
  await ask(page, 'settings', 'change', { vision: { providers: { [provider]: { baseUrl } } } })
  const token = await takeSample(page, 'chart')
  await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'describe', engine: provider } })
  await queueRests(page)
  expect((await latestEntry(page)).state).toBe('waiting')
  await save(page, right)
  await expect.poll(async () => (await latestEntry(page)).state).toBe('done')
})

test('nothing goes to a strange address unless the person says yes in a dialog of the system', async ({ desk }) => {
  const strange = { vision: { providers: { [provider]: { baseUrl: 'https://gateway.example/v1' } } } }
  expect(await callBridge(desk.page, 'settings', 'change', strange)).toMatchObject({ problem: { code: 'cancelled' } })
  await desk.answerDialogs({ kind: 'message', button: 0 })
  const view = await ask(desk.page, 'settings', 'change', strange)
  expect(view.providers.find(({ id }) => id === provider)?.baseUrl).toBe('https://gateway.example/v1')
})
