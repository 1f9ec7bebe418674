import type { EngineStatus } from '../../engine/client.ts'
import type { Draft } from './draft.ts'
import { sizeText } from './units.ts'

/** How the process that reads is doing. */
export function lookAtEngine({ state, node, rss, restarts, crashes, queue }: EngineStatus): Draft[] {
  const findings: Draft[] = [
    { name: { en: 'State', 'zh-CN': '状态' }, value: states[state], state: state === 'closed' ? 'bad' : 'good' },
    {
      name: { en: 'Restarts', 'zh-CN': '重新启动' },
      value:
        restarts === 0
          ? { en: 'none', 'zh-CN': '无' }
          : { en: `${restarts}, ${crashes} after a crash`, 'zh-CN': `${restarts} 次，其中 ${crashes} 次因崩溃` },
      state: crashes === 0 ? 'good' : 'doubtful',
      advice: crashes === 0 ? undefined : crashAdvice
    },
    { name: { en: 'Waiting', 'zh-CN': '等待中' }, value: String(queue), state: 'plain' }
  ]
  if (rss !== undefined) {
    findings.push({ name: { en: 'Memory', 'zh-CN': '内存' }, value: sizeText(rss), state: 'plain' })
  }
  if (node !== undefined) findings.push({ name: { en: 'Node', 'zh-CN': 'Node' }, value: node, state: 'plain' })
  return findings
}

const states = {
  stopped: { en: 'rests, and starts with the next picture', 'zh-CN': '休眠中，读取下一张图片时启动' },
  starting: { en: 'is starting', 'zh-CN': '正在启动' },
  running: { en: 'is ready', 'zh-CN': '已就绪' },
  busy: { en: 'reads', 'zh-CN': '正在读取' },
  closed: { en: 'has ended', 'zh-CN': '已结束' }
}

const crashAdvice = {
  en: 'If one picture does it every time, please report it.',
  'zh-CN': '如果总是同一张图片导致崩溃，请向我们报告。'
}
