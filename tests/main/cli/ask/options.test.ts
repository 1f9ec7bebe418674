import { describe, expect, it } from 'vitest'
import { type AskCommandOptions, type AskTask, wishesOf } from '../../../../main/cli/ask/options.ts'
import type { AnalyzeOptions } from '../../../../main/vision/analyze/options.ts'

describe('wishesOf', () => {
  it.each<[string, AskTask, AskCommandOptions, AnalyzeOptions]>([
    ['nothing is nothing', 'describe', {}, { task: 'describe' }],
    ['local text is left to the preference', 'describe', { localText: true }, { task: 'describe' }],
    ['or switched off', 'chart', { localText: false }, { task: 'chart', localText: false }],
    [
      'other names',
      'translate',
      { to: 'ja', lang: 'zh-CN', passUrl: true },
      { task: 'translate', target: 'ja', language: 'zh-CN', passAddress: true }
    ],
    [
      'what has nothing to do with the model stays behind',
      'detect',
      { categories: ['cat'], model: 'm', json: true, output: 'o/', export: 'coco', dryRun: true },
      { task: 'detect', categories: ['cat'], model: 'm' }
    ]
  ])('%s', (_name, task, options, wishes) => {
    expect(wishesOf(task, options)).toEqual(wishes)
  })

  it.each<[AskTask, AskCommandOptions]>([
    ['ask', {}],
    ['ask', { question: ' ' }],
    ['translate', { to: 'nowhere land' }],
    ['detect', { categories: Array.from({ length: 101 }, (_, index) => `thing ${index}`) }]
  ])('refuses %s with %j', (task, options) => {
    expect(() => wishesOf(task, options)).toThrow(expect.objectContaining({ code: 'usage' }))
  })
})
