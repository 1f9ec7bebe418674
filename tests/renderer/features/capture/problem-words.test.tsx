// @vitest-environment happy-dom
import { render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { saying } from '../../../../main/saying.ts'
import type { Problem } from '../../../../preload/contract/result.ts'
import { ProblemWords } from '../../../../renderer/features/capture/ask/ProblemWords.tsx'

afterEach(() => {
  document.documentElement.lang = ''
})

const named: Problem = {
  code: 'vision-network',
  message: 'There is no network.',
  advice: 'The question waits.',
  saying: saying('work.waits-offline')
}

test.each<[string, string, Problem, string]>([
  ['en', 'as main says it', named, 'There is no network.The question waits.'],
  ['zh-CN', 'by its name', named, '没有网络连接。问题已存入图库，网络恢复后会自动提问。'],
  ['zh-CN', 'by its code', { code: 'disk', message: 'Full.' }, '无法写入磁盘。请腾出空间，或检查文件夹权限。'],
  ['zh-CN', 'without advice', { code: 'cancelled', message: 'Cancelled.' }, '已取消。']
])('%s: %s', (language, _, problem, text) => {
  document.documentElement.lang = language
  expect(render(<ProblemWords problem={problem} />).container.textContent).toBe(text)
})
