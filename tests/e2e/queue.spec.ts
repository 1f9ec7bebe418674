import { ask, queueRests } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { entriesOf, latestEntry, takeSample } from './library.ts'
import { descendants, engineOf } from './processes.ts'

const key = 'ms-00000000-test-0000-0000-000000000000'
const withKey = { environment: { MODELSCOPE_API_KEY: key } }

test.describe('with a key', () => {
  test.use({ launch: withKey })

  test('a question is answered by the vision model, and the answer is kept', async ({ desk, server }) => {
    const { page } = desk
    await ask(page, 'settings', 'change', { vision: { providers: { modelscope: { baseUrl: server.url('ok') } } } })
    const token = await takeSample(page, 'chart')
    await ask(page, 'jobs', 'add', {
      subjects: [{ token }],
      ask: { task: 'ask', engine: 'modelscope', options: { question: 'What does it show?' } }
    })
    await queueRests(page)
    const entry = await latestEntry(page)
    expect([entry.state, entry.question]).toEqual(['done', 'What does it show?'])
    expect(entry.text).not.toBe('')
    expect(server.log()).toHaveLength(1)
  })

  test('a window that is reloaded while a model answers finds the answer', async ({ desk, server }) => {
    const { page } = desk
    const baseUrl = server.url('ok', { hold: 'answer' })
    await ask(page, 'settings', 'change', { vision: { providers: { modelscope: { baseUrl } } } })
    const token = await takeSample(page, 'chart')
    await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'describe', engine: 'modelscope' } })
    await server.until(({ path }) => path.includes('chat'))
    await page.reload()
    expect((await entriesOf(page)).map(({ state }) => state)).toEqual(['running'])
    server.release('answer')
    await queueRests(page)
    expect((await latestEntry(page)).state).toBe('done')
    expect(server.log()).toHaveLength(1)
  })
})

test('jobs that wait are taken up after a restart', async ({ desk, server }) => {
  await ask(desk.page, 'settings', 'change', { vision: { providers: { modelscope: { baseUrl: server.url('ok') } } } })
  const token = await takeSample(desk.page, 'chart')
  await ask(desk.page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'describe', engine: 'modelscope' } })
  await expect.poll(async () => (await entriesOf(desk.page)).map(({ state }) => state)).toEqual(['waiting'])
  await desk.quit()
  await desk.restart({ environment: { MODELSCOPE_API_KEY: server.key } })
  await expect.poll(async () => (await entriesOf(desk.page)).map(({ state }) => state)).toEqual(['done'])
  expect(server.log()).toHaveLength(1)
})

test('a queue that was paused stays so over a crash of the app, with its jobs, and goes on', async ({
  desk,
  server
}) => {
  const launch = { environment: { MODELSCOPE_API_KEY: server.key } }
  await desk.quit()
  await desk.restart(launch)
  await ask(desk.page, 'settings', 'change', { vision: { providers: { modelscope: { baseUrl: server.url('ok') } } } })
  await ask(desk.page, 'jobs', 'change', { which: {}, wish: { kind: 'pause' } })
  for (const name of ['receipt', 'notice'] as const) {
    const token = await takeSample(desk.page, name)
    await ask(desk.page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'describe', engine: 'modelscope' } })
  }
  await desk.kill()
  await desk.restart(launch)
  expect((await entriesOf(desk.page)).map(({ state }) => state)).toEqual(['queued', 'queued'])
  expect(server.log()).toEqual([])
  await ask(desk.page, 'jobs', 'change', { which: {}, wish: { kind: 'resume' } })
  await expect.poll(async () => (await entriesOf(desk.page)).map(({ state }) => state)).toEqual(['done', 'done'])
})

test('the engine dies in the middle of a job: the job is done all the same, and so is the next one', async ({
  desk
}) => {
  test.skip(process.platform !== 'linux', 'Processes are looked up as Linux has them')
  const { page } = desk
  const killed = expect
    .poll(() => {
      const engine = engineOf(desk.pid)
      return engine !== undefined && process.kill(engine.pid, 'SIGKILL')
    })
    .toBe(true)
  for (const name of ['orders', 'receipt'] as const) {
    const token = await takeSample(page, name)
    await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  }
  await killed
  await queueRests(page)
  expect((await entriesOf(page)).map(({ state }) => state)).toEqual(['done', 'done'])
})

test('nothing of it runs on after the app was killed', async ({ desk }) => {
  test.skip(process.platform !== 'linux', 'Processes are looked up as Linux has them')
  const token = await takeSample(desk.page, 'receipt')
  await ask(desk.page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  await queueRests(desk.page)
  const pids = descendants(desk.pid).map(({ pid }) => pid)
  expect(pids).not.toEqual([])
  await desk.kill()
  await expect.poll(() => pids.flatMap((pid) => descendants(pid)).length + pids.filter(isAlive).length).toBe(0)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
