import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ask, Subject } from '../../../preload/contract/ask.ts'
import { bridge } from '../../app/bridge.ts'
import { useView } from '../../app/view.ts'
import { notify } from '../../ui/notify.tsx'
import { useVerb } from '../../ui/useVerb.ts'

/** Asks, and goes to where the answer will be. */
export function useSend() {
  const { t } = useTranslation('composer')
  const add = useVerb(bridge().jobs.add)
  /** Entries that hold the answer already. */
  const [known, setKnown] = useState<readonly number[]>([])

  const send = async (subjects: readonly Subject[], ask: Ask, again = false): Promise<void> => {
    setKnown([])
    const added = await add.run({ subjects: [...subjects], ask, again })
    if (added === undefined) return
    const { show, go, compose, draft } = useView.getState()
    const [entry] = added.entries
    if (entry === undefined && added.batch === undefined) {
      setKnown(added.known)
      return
    }
    draft('composer', '')
    if (entry !== undefined) return show(entry)
    compose([])
    go('batch')
    if (added.known.length > 0) notify.info({ message: t('someKnown', { count: added.known.length }) })
  }
  return { send, known, isBusy: add.isBusy, problem: add.problem }
}
