import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownTask } from '../../../../main/cli/ask/own-task.ts'
import { asksOf } from '../../../../main/cli/batch/options.ts'
import { groups } from '../../../../main/settings/groups.ts'
import type { CustomTask } from '../../../../main/tasks/options.ts'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { runCli } from '../run.ts'
import { jsonLines, useAsking } from './asking.ts'

const crop = fixturePath({ file: 'tiny-crop.png' })

const tasks: readonly CustomTask[] = [
  { name: 'Plant names', prompt: 'Name the plants in this picture.', result: 'text' },
  { name: 'Prices', prompt: 'List the prices.', result: 'tables' }
]

const preferences = { ...groups.parse({}), tasks: { custom: [...tasks] } }

describe('a task of one’s own', () => {
  it.each([
    ['plant NAMES', 0],
    [' Prices ', 1]
  ])('is found by its name in any case: %s', (name, index) => {
    expect(ownTask(name, tasks)).toBe(tasks[index])
  })

  it.each([
    [tasks, 'Tasks of your own are “Plant names”, “Prices”.'],
    [[], 'Make it in the settings of the app first.']
  ])('that is not there is said to be missing', (known, advice) => {
    expect(() => ownTask('Weeds', known)).toThrow(expect.objectContaining({ code: 'usage', advice }))
  })

  it('is what a batch asks, and its wish with it', () => {
    expect(asksOf({ task: 'prices', question: 'In euros.' }, preferences)).toMatchObject({
      task: 'custom',
      engine: 'modelscope',
      parameters: { custom: tasks[1], question: 'In euros.' }
    })
    expect(() => asksOf({ task: 'weeds' }, preferences)).toThrow(expect.objectContaining({ code: 'usage' }))
  })
})

describe('glyphlens ask --task', () => {
  const asking = useAsking()

  beforeAll(async () => {
    const data = join(asking.folder, 'home', 'data')
    await mkdir(data, { recursive: true })
    await writeFile(join(data, 'config.json'), JSON.stringify({ tasks: { custom: tasks } }))
  })

  it('makes one call, without a question besides the task', async () => {
    const { stdout, exitCode } = await asking.ask(['ask', '--task', 'plant names', '--json', crop])
    expect(exitCode).toBe(0)
    expect(jsonLines(stdout)).toMatchObject([{ task: 'custom', result: { kind: 'text' } }])
    expect(asking.server.log()).toHaveLength(1)
  })

  it.each([
    [['ask', '--task', 'Weeds', crop], 'There is no task “Weeds”'],
    [['ask', '--task', 'Plant names', '--format', 'csv', crop], '--format is for answers with charts or tables'],
    [['ask', '-q', 'Why?', '--format', 'csv', crop], '--format is for answers with charts or tables']
  ])('is refused before a call is made: %j', async (words, sentence) => {
    const { stderr, exitCode } = await runCli(words, { environment: asking.environment })
    expect({ exitCode, says: stderr.includes(sentence) }).toEqual({ exitCode: 2, says: true })
    expect(asking.server.log()).toEqual([])
  })
})
