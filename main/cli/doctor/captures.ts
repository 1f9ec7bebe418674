import type { StageTimes } from '../../capture/times/stages.ts'
import { overlayBudget, type Spread, summarise, type Wait } from '../../capture/times/summary.ts'
import type { Check } from './check.ts'

/** How long people waited in the last captures of the desktop app; nothing where none was made. */
export function captureChecks(history: readonly StageTimes[]): Check[] {
  const { waits, isOverlayInBudget } = summarise(history)
  return Object.entries(names).flatMap(([wait, name]) => {
    const spread = waits[wait as Wait]
    if (spread === undefined) return []
    const isSlow = wait === 'hotkey-to-overlay' && isOverlayInBudget === false
    return [{ name, look: () => ({ detail: told(spread), ...(isSlow && slow) }) }]
  })
}

const names: Readonly<Record<Wait, string>> = {
  'hotkey-to-overlay': 'Hotkey to overlay',
  'release-to-text': 'Release to text'
}

function told({ count, median, p95 }: Spread): string {
  return `${Math.round(median)} ms, 95 of 100 within ${Math.round(p95)} ms, of ${count} captures`
}

const slow = {
  state: 'warning',
  advice: `The overlay should be there within ${overlayBudget} ms: see whether the machine is busy.`
} as const
