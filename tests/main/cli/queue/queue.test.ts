import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startVisionServer, type VisionServer } from '../../../fakes/vision-server/server.ts'
import { jsonLines } from '../ask/asking.ts'
import { type Home, makePictures, openHome, settleServer } from '../batch/home.ts'

interface Row {
  readonly id: number
  readonly name: string
  readonly state: string
  readonly task: string
  readonly engine: string
  readonly model?: string
}

let server: VisionServer
let home: Home

beforeAll(async () => {
  server = await startVisionServer()
})

afterAll(() => server.close())

/** A queue that is paused, with three pictures in a batch. */
async function fillHome(): Promise<void> {
  home = await openHome(server.key)
  await home.use(server.url('ok'))
  await makePictures(home, 'photos', 3)
  await home.run(['queue', 'pause'])
  await home.run(['batch', 'photos', '--task', 'ocr'])
}

async function rows(...words: string[]): Promise<Row[]> {
  const { stdout } = await home.run(['queue', 'list', '--json', ...words])
  return stdout === '' ? [] : (jsonLines(stdout) as Row[])
}

async function quietly(...words: string[]): Promise<string> {
  const { stdout, stderr, exitCode } = await home.run(['queue', ...words])
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 })
  return stderr
}

describe('queue', () => {
  beforeEach(fillHome)

  afterEach(async () => {
    settleServer(server)
    await home.close()
  })

  it('lists what is to be done, by job and by batch', async () => {
    const { stdout, stderr } = await home.run(['queue', 'list'])
    expect(stdout).toMatch(/^#1 {2}ocr {2}Qwen\/\S+ {2}queued {2}1\.png\n#2 .* 2\.png\n#3 .* 3\.png\n$/)
    expect(stderr).toBe('3 queued.\nThe queue is paused: see "glyphlens queue resume".\n')
    expect((await rows())[0]).toMatchObject({ id: 1, name: '1.png', state: 'queued', task: 'ocr', attempts: 0 })
    expect(await rows('--batches')).toMatchObject([{ id: 1, title: 'photos', states: { queued: 3 } }])
    expect(await rows('--state', 'done')).toEqual([])
  })

  it('goes on when it is resumed', async () => {
    expect(await quietly('resume')).toBe('The queue goes on.\n3 jobs to be done: "glyphlens queue run" does so here.\n')
    expect(await quietly('run')).toBe('3 pictures done.\n')
    expect(server.log()).toHaveLength(3)
    expect(await rows()).toEqual([])
  })

  it('lets jobs be cancelled, and tried anew', async () => {
    expect(await quietly('cancel', '1', '#3')).toBe('2 jobs cancelled.\n')
    expect((await rows('--state', 'cancelled')).map(({ id }) => id)).toEqual([1, 3])
    expect(await quietly('retry', '3')).toContain('1 job queued anew.')
    expect((await rows()).map(({ id }) => id)).toEqual([2, 3])
    expect(await quietly('cancel', '--all')).toBe('2 jobs cancelled.\n')
  })

  it('lets jobs be done earlier, elsewhere, and here', async () => {
    await quietly('move', '3', '--before', '1')
    await quietly('move', '2', '--priority', 'person')
    expect((await rows()).map(({ id }) => id)).toEqual([2, 3, 1])
    await quietly('move', '3', '--provider', 'ollama', '--model', 'qwen3-vl:8b')
    await quietly('move', '1', '2', '--provider', 'device')
    const moved = (await rows()).toSorted((left, right) => left.id - right.id)
    expect(moved).toMatchObject([
      { id: 1, task: 'read', engine: 'device' },
      { id: 2, task: 'read', engine: 'device' },
      { id: 3, task: 'ocr', engine: 'ollama', model: 'qwen3-vl:8b' }
    ])
    await quietly('cancel', '3')
    await quietly('resume')
    await quietly('run')
    expect((await rows('--state', 'done')).map(({ id }) => id)).toEqual([2, 1])
    expect(server.log()).toEqual([])
  })

  it('tells what failed, with exit code 1', async () => {
    await home.use(server.url('400-shape'))
    await quietly('cancel', '2', '3')
    await quietly('resume')
    const { stderr, exitCode } = await home.run(['queue', 'run'])
    expect(stderr).toMatch(/0 pictures done, 1 failed\.\n$/)
    expect(exitCode).toBe(1)
    const { stdout } = await home.run(['queue', 'list'])
    expect(stdout).toMatch(/^#1 .* failed {2}1\.png: \S/)
    await home.use(server.url('ok'))
    await quietly('retry')
    expect(await quietly('run')).toBe('1 picture done.\n')
  })

  it('pauses one batch alone', async () => {
    await quietly('pause', '--batch', '1')
    await quietly('resume')
    await quietly('pause', '--batch', '1')
    const { stderr, exitCode } = await home.run(['queue', 'run'])
    expect(stderr).toContain('3 pictures wait (modelscope): paused')
    expect(exitCode).toBe(3)
  })
})

describe('a wish that cannot be meant', () => {
  beforeAll(fillHome)

  afterAll(() => home.close())

  it.each([
    [['cancel'], 'It is not said which jobs'],
    [['cancel', '99'], 'There is no job 99'],
    [['cancel', 'x'], 'It must be a number'],
    [['pause', '--batch', '9'], 'There is no batch 9'],
    [['move', '1'], 'It is not said where to'],
    [['move', '1', '--before', '77'], 'There is no job 77'],
    [['move', '1', '--provider', 'moon'], 'not known'],
    [['resolve', '1', 'repeat'], 'Nothing is asked about job 1'],
    [['resolve', '1', 'perhaps'], 'Allowed choices'],
    [['list', '--state', 'odd'], 'There is no state “odd”']
  ])('is refused: %j', async (words, sentence) => {
    const { stderr, exitCode } = await home.run(['queue', ...words])
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(2)
  })
})
