import { describe, expect, it } from 'vitest'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { jsonLines, useAsking } from './asking.ts'

const crop = fixturePath({ file: 'tiny-crop.png' })
const words = fixturePath({ file: 'size-24.png' })

const asking = useAsking()

describe('several pictures', () => {
  it('come in their order, each below its name, and say first where they go', async () => {
    const { stdout, stderr, exitCode } = await asking.ask(['describe', crop, words, crop, words], 'ok', {
      url: { par: 2 }
    })
    const headings = stdout.split('\n').filter((line) => line.startsWith('==>'))
    expect(headings).toEqual([crop, words, crop, words].map((name) => `==> ${name} <==`))
    expect(stderr).toMatch(
      /^4 pictures to 127\.0\.0\.1:\d+ \(ModelScope\), model Qwen\/.*, a call or more for each\.\n$/
    )
    expect(exitCode).toBe(0)
  })

  it('go on behind one that fails of itself', async () => {
    const { stdout, stderr, exitCode } = await asking.ask(['describe', '--json', 'missing.png', crop])
    expect(jsonLines(stdout)).toMatchObject([
      { file: 'missing.png', error: { code: 'picture-missing' } },
      { file: crop, task: 'describe' }
    ])
    expect(stderr).toContain('There is no file “missing.png”')
    expect(exitCode).toBe(1)
  })

  it('stop with one call when the quota of the day is used up', async () => {
    const { stdout, stderr, exitCode } = await asking.ask(['describe', '--json', crop, words, crop], '429-day')
    expect(jsonLines(stdout)).toMatchObject([{ file: crop, error: { code: 'vision-quota-day' } }])
    expect(stderr).toContain('2 more pictures would meet the same: not tried.')
    expect(stderr.match(/glyphlens:/g)).toHaveLength(1)
    expect(stderr).not.toContain(crop)
    expect(exitCode).toBe(3)
    expect(asking.server.log()).toHaveLength(1)
  })
})

describe('the exit code', () => {
  it.each([
    ['401', 3, 'does not accept the key'],
    ['401-link', 3, 'linked'],
    ['402', 3, 'no credit'],
    ['403-model', 3, 'real-name'],
    ['400-shape', 1, 'too narrow or too small'],
    ['redirect-302', 1, 'another address'],
    ['refused', 4, 'glyphlens: '],
    ['tls-self', 4, 'certificate']
  ])('of %s is %i', async (scenario, code, sentence) => {
    const { stdout, stderr, exitCode } = await asking.ask(['describe', crop], scenario)
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/^glyphlens: .*\n {2}\S.*\n$/)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: code })
  })

  it('of a missing key is 3', async () => {
    const { stderr, exitCode } = await asking.ask(['describe', crop], 'ok', {
      environment: { MODELSCOPE_API_KEY: '' }
    })
    expect(stderr).toContain('wants a key')
    expect(exitCode).toBe(3)
    expect(asking.server.log()).toEqual([])
  })
})

describe('--verbose', () => {
  it('says what goes where before, and what it took after', async () => {
    const { stderr } = await asking.ask(['describe', '--verbose', words])
    const [before = '', after = ''] = stderr.split('\n')
    expect(before).toMatch(
      / to 127\.0\.0\.1:\d+ \(ModelScope\), model .*: 1 call, 1 picture, \d+ kB, about \d+ tokens\.$/
    )
    expect(after).toMatch(
      /1 call, \d+ kB sent, \d+ tokens in \(of what is seen about \d+ were expected\), \d+ out, \d+ ms$/
    )
  })
})
