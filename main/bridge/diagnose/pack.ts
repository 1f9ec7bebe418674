import type { Packs } from '../../packs/packs.ts'
import type { Draft } from './draft.ts'

/** The pack that reads, with every file hashed. Throws `pack-missing` and `pack-damaged` when none can read. */
export async function lookAtPack(packs: Pick<Packs, 'active' | 'verify'>): Promise<Draft[]> {
  const { manifest, notice } = await packs.active()
  const { sound } = await packs.verify(manifest.id)
  const chosen: Draft = { name: { en: 'Reads with', 'zh-CN': '使用' }, value: manifest.title, state: 'good' }
  return [
    notice === undefined ? chosen : { ...chosen, state: 'doubtful', advice: notice },
    { name: { en: 'Files', 'zh-CN': '文件' }, ...(sound ? whole : damaged) }
  ]
}

const whole = { value: { en: 'every hash is right', 'zh-CN': '全部校验通过' }, state: 'good' } as const
const damaged = {
  value: { en: 'damaged', 'zh-CN': '已损坏' },
  state: 'bad',
  advice: { en: 'Fetch the pack again in the settings.', 'zh-CN': '请在设置中重新下载模型包。' }
} as const
