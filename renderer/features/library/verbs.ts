import i18next from 'i18next'
import type { Given } from '../../../preload/contract/contract.ts'
import type { ExportFormat } from '../../../preload/contract/library.ts'
import { bridge, problemOf, settled } from '../../app/bridge.ts'
import { notify } from '../../ui/notify.tsx'

type Change = Given<'jobs', 'change'>

/** Wishes something of jobs. Answers how many heard it; undefined when it was refused, which is told. */
export async function wish(ids: readonly number[], wished: Change['wish']): Promise<number | undefined> {
  return await wishOf({ ids: [...ids] }, wished)
}

/** The same of a batch, of states, or of the whole queue. */
export async function wishOf(which: Change['which'], wished: Change['wish']): Promise<number | undefined> {
  const result = await settled(bridge().jobs.change({ which, wish: wished }))
  if (result.ok) return result.value.count
  notify.problem(result.problem)
  return undefined
}

/** Stars entries or takes the stars away. */
export async function star(ids: readonly number[], starred: boolean): Promise<void> {
  const result = await settled(bridge().library.change({ ids: [...ids], change: { kind: 'star', starred } }))
  if (!result.ok) notify.problem(result.problem)
}

/** Drags the picture of an entry out of the window, as a file; the system takes over the pointer. */
export async function dragOut(entry: number): Promise<void> {
  const result = await settled(bridge().app.open({ what: 'drag', entry }))
  if (!result.ok) notify.problem(result.problem)
}

/** Asks the person where to, and writes there. Without ids: everything. */
export async function exportEntries(ids: readonly number[] | undefined, format: ExportFormat): Promise<void> {
  const result = await settled(bridge().library.export({ ...(ids === undefined ? {} : { ids: [...ids] }), format }))
  if (!result.ok) return notify.problem(result.problem)
  if (result.value.kind === 'cancelled') return
  const { name, missing } = result.value
  const told =
    missing === 0
      ? i18next.t('library:done.exported', { name })
      : i18next.t('library:done.exportedMissing', { name, count: missing })
  notify.success(told)
}

/** Tells whatever was thrown, unless somebody has called it off. */
export function tell(thrown: unknown): void {
  if (thrown instanceof Error && thrown.name === 'AbortError') return
  notify.problem(problemOf(thrown))
}
