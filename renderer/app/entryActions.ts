import i18next from 'i18next'
import { notify } from '../ui/notify.tsx'
import { bridge, settled } from './bridge.ts'
import { useView } from './view.ts'

/** Stars an entry, or takes the star away. */
export async function toggleStar(id: number): Promise<void> {
  const entry = await settled(bridge().library.entry({ id }))
  if (!entry.ok) return notify.problem(entry.problem)
  const starred = !entry.value.starred
  const result = await settled(bridge().library.change({ ids: [id], change: { kind: 'star', starred } }))
  if (!result.ok) return notify.problem(result.problem)
  notify.success(i18next.t(starred ? 'palette:starred' : 'palette:unstarred'))
}

/** Deletes entries; for ten seconds a toast brings them back. */
export async function deleteEntries(ids: readonly number[]): Promise<void> {
  const result = await settled(bridge().library.change({ ids: [...ids], change: { kind: 'delete' } }))
  if (!result.ok) return notify.problem(result.problem)
  const { entry, show } = useView.getState()
  const shown = entry !== undefined && ids.includes(entry) ? entry : undefined
  if (shown !== undefined) show(undefined)
  notify.undoable({
    message: i18next.t('deleted', { count: result.value.count }),
    undo: async () => {
      const restored = await settled(bridge().library.change({ ids: [...ids], change: { kind: 'restore' } }))
      if (!restored.ok) return notify.problem(restored.problem)
      if (shown !== undefined) show(shown)
    }
  })
}

/** Puts the text of an entry on the clipboard. */
export async function copyText(id: number): Promise<void> {
  const entry = await settled(bridge().library.entry({ id }))
  if (!entry.ok) return notify.problem(entry.problem)
  await navigator.clipboard.writeText(entry.value.text)
  notify.success(i18next.t('textCopied'))
}
