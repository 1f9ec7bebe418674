import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../preload/contract/library.ts'
import { bridge, settled } from '../../app/bridge.ts'
import { notify } from '../../ui/notify.tsx'
import { reloadEntry } from '../entry/index.ts'

/** Goes back to what was read or answered; for a while the person's version can be had again. */
export function useRevert({ id, text }: Pick<EntryView, 'id' | 'text'>): () => Promise<void> {
  const { t } = useTranslation('result')
  const change = async (edit: { readonly text?: string }): Promise<boolean> => {
    const result = await settled(bridge().library.change({ ids: [id], change: { kind: 'edit', ...edit } }))
    if (!result.ok) notify.problem(result.problem)
    await reloadEntry()
    return result.ok
  }
  return async () => {
    if (await change({})) notify.undoable({ message: t('edit.reverted'), undo: () => change({ text }) })
  }
}
