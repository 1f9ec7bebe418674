import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startVisionServer, type VisionServer } from '../../../fakes/vision-server/server.ts'
import { jsonLines } from '../ask/asking.ts'
import { ended } from '../run.ts'
import { type Home, makePictures, openHome, settleServer } from './home.ts'

const ask = ['batch', 'photos', '--task', 'describe']

let server: VisionServer
let home: Home

beforeAll(async () => {
  server = await startVisionServer()
})

beforeEach(async () => {
  home = await openHome(server.key)
  await home.use(server.url('ok'))
})

afterEach(async () => {
  settleServer(server)
  await home.close()
})

afterAll(() => server.close())

describe('a batch for a vision model', () => {
  it('says first where it goes, what it costs and what is left, and asks nothing twice', async () => {
    await makePictures(home, 'photos', 3)
    const first = await home.run([...ask, '--json'])
    expect(first.stderr).toMatch(
      /^3 pictures to 127\.0\.0\.1:\d+ \(ModelScope\), model Qwen\/\S+: 3 calls, 200 of today's calls are left\.\n/
    )
    expect(first.exitCode).toBe(0)
    const [record] = jsonLines(first.stdout)
    expect(record).toMatchObject({
      id: expect.any(Number),
      task: 'describe',
      file: join('photos', '1.png'),
      text: expect.stringMatching(/\S/),
      provider: 'modelscope',
      model: expect.stringContaining('Qwen'),
      result: { kind: 'text' },
      usage: { calls: 1, promptTokens: expect.any(Number) },
      notices: []
    })
    await makePictures(home, 'photos', 5)
    const second = await home.run(ask)
    expect(second.stderr).toMatch(
      /^5 pictures, 3 of them done before, to .*: 2 calls, about \d+ tokens in, about \d+ out, /
    )
    expect(second.stderr).toContain("197 of today's calls are left")
    expect(second.stderr).toContain('5 pictures: 5 done (3 of them before).')
    expect(server.log()).toHaveLength(5)
  })

  it('waits without a connection, and "queue run" does it later', async () => {
    await makePictures(home, 'photos', 3)
    await home.use(server.url('refused'))
    const { stderr, stdout, exitCode } = await home.run([...ask, '--json'])
    expect(stderr).toContain('3 pictures: 0 done, 3 not done yet.')
    expect(stderr).toMatch(/3 pictures wait \(modelscope\): no connection, until \d{4}-\d\d-\d\d \d\d:\d\d\.\n {2}\S/)
    expect(jsonLines(stdout)).toMatchObject([
      { state: 'waiting', reason: 'offline', until: expect.stringMatching(/Z$/), error: { code: 'vision-network' } },
      {},
      {}
    ])
    expect(exitCode).toBe(4)
    await home.use(server.url('ok'))
    const later = await home.run(['queue', 'run'])
    expect(later.stderr).toBe('3 pictures done.\n')
    expect(later.exitCode).toBe(0)
    expect(server.log()).toHaveLength(3)
  })

  it('waits for a key', async () => {
    await makePictures(home, 'photos', 2)
    const { stderr, exitCode } = await home.run(ask, { environment: { MODELSCOPE_API_KEY: '' } })
    expect(stderr).toContain('2 pictures wait (modelscope): a key is needed.')
    expect(stderr).toContain('wants a key')
    expect(exitCode).toBe(3)
    const later = await home.run(ask)
    expect(later.stderr).toContain('2 pictures: 2 done.')
    expect(server.log()).toHaveLength(2)
  })

  it('waits until the quota begins anew, and says when', async () => {
    await makePictures(home, 'photos', 4)
    await home.use(server.url('429-day'))
    const { stderr, exitCode } = await home.run([...ask, '--concurrency', '1'])
    expect(stderr).toMatch(/4 pictures wait \(modelscope\): the quota is used up, until \d{4}-\d\d-\d\d 16:00\.\n/)
    expect(exitCode).toBe(3)
    expect(server.log()).toHaveLength(1)
    const list = await home.run(['queue', 'list', '--json'])
    expect(jsonLines(list.stdout)).toMatchObject([1, 2, 3, 4].map((id) => ({ id, state: 'waiting', reason: 'quota' })))
  })

  it('does nothing while the queue is paused', async () => {
    await makePictures(home, 'photos', 2)
    await home.run(['queue', 'pause'])
    const { stderr, exitCode } = await home.run(ask)
    expect(stderr).toContain('2 pictures wait (modelscope): paused; see "glyphlens queue resume".')
    expect(exitCode).toBe(3)
    expect(server.log()).toHaveLength(0)
  })

  it('refuses an address that is none before anything is kept', async () => {
    await makePictures(home, 'photos', 1)
    await home.use('ftp://nowhere')
    const { stderr, exitCode } = await home.run(ask)
    expect(stderr).toMatch(/^glyphlens: /)
    expect(exitCode).toBe(2)
    await home.use(server.url('ok'))
    expect((await home.run(['queue', 'list'])).stderr).toBe('The queue is empty.\n')
  })
})

describe('Ctrl+C', () => {
  it('lets calls on the way come back; the same command does the rest', async () => {
    await makePictures(home, 'photos', 4)
    await home.use(server.url('ok', { hold: 'gate' }))
    const child = home.start([...ask, '--concurrency', '1'])
    const whole = ended(child)
    await server.until(({ path }) => path.endsWith('/chat/completions'))
    child.kill('SIGINT')
    await new Promise<void>((resolve) => {
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Waiting for 1 call on the way')) resolve()
      })
    })
    server.release('gate')
    const { stderr, exitCode } = await whole
    // As many as were found until then.
    expect(stderr).toMatch(/[1-4] pictures?: 1 done/)
    expect(stderr).toContain('Stopped. ')
    expect(exitCode).toBe(130)
    const later = await home.run(ask)
    expect(later.stderr).toContain('4 pictures: 4 done (1 of them before).')
    expect(server.log()).toHaveLength(4)
  })
})

describe('a kill in the middle', () => {
  it('repeats no call that may have been answered until a person says so', async () => {
    await makePictures(home, 'photos', 5)
    // The first two are answered, then nothing comes.
    await home.use(server.url('slow', { ms: 400 }))
    const child = home.start([...ask, '--concurrency', '1'])
    const whole = ended(child)
    await server.until(({ id }) => id === (server.log()[0]?.id ?? 0) + 2)
    child.kill('SIGKILL')
    await whole
    expect(server.log()).toHaveLength(3)
    await home.use(server.url('ok'))

    const second = await home.run([...ask, '--json'])
    expect(second.stderr).toContain('5 pictures: 4 done (2 of them before), 1 not done yet.')
    expect(second.stderr).toContain('1 picture waits (modelscope): a call may have been answered')
    expect(second.exitCode).toBe(3)
    expect(server.log()).toHaveLength(5)
    const undone = (jsonLines(second.stdout) as { id: number; state?: string }[]).find(
      ({ state }) => state === 'unsure'
    )
    expect(undone).toMatchObject({ state: 'unsure' })

    const third = await home.run(['queue', 'resolve', String(undone?.id), 'repeat'])
    expect(third.stderr).toContain('asked once more')
    const fourth = await home.run(ask)
    expect(fourth.stderr).toContain('5 pictures: 5 done (4 of them before).')
    expect(fourth.exitCode).toBe(0)
    expect(server.log()).toHaveLength(6)
  })
})

describe('two commands at once', () => {
  it('make each call once', async () => {
    await makePictures(home, 'photos', 8)
    await home.use(server.url('slow', { ms: 20 }))
    const both = await Promise.all([home.run(ask), home.run(ask)])
    for (const { stderr, exitCode } of both) {
      expect(stderr).toMatch(/8 pictures: 8 done/)
      expect(exitCode).toBe(0)
    }
    expect(server.log()).toHaveLength(8)
  })
})
