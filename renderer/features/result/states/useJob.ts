import type { Given } from '../../../../preload/contract/contract.ts'
import { bridge } from '../../../app/bridge.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { reloadEntry } from '../../entry/index.ts'

type Wish = Given<'jobs', 'change'>['wish']

/** What a person wishes of the job behind an entry. */
export function useJob(entry: number) {
  const { run, isBusy, problem } = useVerb(bridge().jobs.change)
  const wish = async (next: Wish): Promise<void> => {
    if ((await run({ which: { ids: [entry] }, wish: next })) !== undefined) await reloadEntry()
  }
  return { wish, isBusy, problem }
}
