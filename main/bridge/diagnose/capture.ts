import type { StageTimes } from '../../capture/times/stages.ts'
import { overlayBudget, type Spread, summarise, type Wait } from '../../capture/times/summary.ts'
import type { Wording } from '../../tasks/prompt/language.ts'
import type { Draft } from './draft.ts'

/** How long people had to wait in the last captures. */
export function lookAtCaptures(history: readonly StageTimes[]): Draft[] {
  const { waits, isOverlayInBudget } = summarise(history)
  const overlay = waits['hotkey-to-overlay']
  const text = waits['release-to-text']
  if (overlay === undefined && text === undefined) return [none]
  return [
    ...(overlay ? [draftOf('hotkey-to-overlay', overlay, isOverlayInBudget === false ? 'doubtful' : 'good')] : []),
    ...(text ? [draftOf('release-to-text', text, 'plain')] : [])
  ]
}

const none: Draft = {
  name: { en: 'Times', 'zh-CN': '耗时' },
  value: { en: 'no capture yet', 'zh-CN': '尚无截图' },
  state: 'plain'
}

function draftOf(wait: Wait, { count, median, p95 }: Spread, state: Draft['state']): Draft {
  const [half, most] = [Math.round(median), Math.round(p95)]
  return {
    name: names[wait],
    value: {
      en: `${half} ms, 95 of 100 within ${most} ms (${count} ${count === 1 ? 'capture' : 'captures'})`,
      'zh-CN': `中位数 ${half} 毫秒，95% 在 ${most} 毫秒内（${count} 次截图）`
    },
    state,
    advice: state === 'doubtful' ? slow : undefined
  }
}

const names: Readonly<Record<Wait, Wording>> = {
  'hotkey-to-overlay': { en: 'Hotkey to overlay', 'zh-CN': '按键到选区界面' },
  'release-to-text': { en: 'Release to text', 'zh-CN': '松开到得到文字' }
}

const slow = {
  en: `The overlay should be there within ${overlayBudget} ms; many large displays or a busy machine make it slower.`,
  'zh-CN': `选区界面应在 ${overlayBudget} 毫秒内出现；多个大显示器或系统繁忙会使其变慢。`
}
