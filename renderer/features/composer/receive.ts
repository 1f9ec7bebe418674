import type { Taken } from '../../../preload/contract/app.ts'
import type { Given } from '../../../preload/contract/contract.ts'
import type { AddedJobs } from '../../../preload/contract/jobs.ts'
import type { Result } from '../../../preload/contract/result.ts'
import { bridge, settled } from '../../app/bridge.ts'
import { useView } from '../../app/view.ts'
import { notify } from '../../ui/notify.tsx'
import { useComposing } from './composing.ts'

/** Reading on this machine: what a dropped picture is asked without anybody having chosen. */
const reading: Given<'jobs', 'add'>['ask'] = { task: 'read', engine: 'device' }

/** Reads one picture at once on this machine, and shows it. What stands in the way goes back to the composer. */
export async function readAtOnce([item]: readonly Taken[]): Promise<Result<AddedJobs> | undefined> {
  if (item?.kind !== 'picture') return undefined
  const added = await settled(bridge().jobs.add({ subjects: [{ token: item.token }], ask: reading }))
  if (added.ok) {
    const entry = added.value.entries[0] ?? added.value.known[0]
    if (entry !== undefined) useView.getState().show(entry)
    return added
  }
  notify.problem(added.problem)
  askAbout([item])
  return added
}

/** Opens the composer for these: nothing is read before a person says what to do with them. */
export function askAbout(items: readonly Taken[]): void {
  const tokens = items.flatMap((item) => (item.kind === 'refused' ? [] : [item.token]))
  useComposing.setState(({ asking }) => ({ asking: new Set([...asking, ...tokens]), lookedAt: 0 }))
  useView.getState().compose(items)
}
