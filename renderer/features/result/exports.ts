import i18next from 'i18next'
import type { ExportFormat } from '../../../preload/contract/library.ts'
import { bridge, settled } from '../../app/bridge.ts'
import { notify } from '../../ui/notify.tsx'

export const boxExports = ['yolo', 'coco', 'labelme', 'annotated'] as const satisfies ExportFormat[]
export const textExports = ['markdown', 'txt', 'pdf', 'zip'] as const satisfies ExportFormat[]

/** Writes one entry to where the person says. */
export async function exportEntry(entry: number, format: ExportFormat): Promise<void> {
  const result = await settled(bridge().library.export({ ids: [entry], format }))
  if (!result.ok) return notify.problem(result.problem)
  if (result.value.kind === 'saved') notify.success(i18next.t('result:saved', { name: result.value.name }))
}
