import { statfs } from 'node:fs/promises'
import type { Archive } from '../../archive.ts'
import { runAside } from '../../store/aside.ts'
import type { Draft } from './draft.ts'
import { sizeText } from './units.ts'

/** Below this a batch of pictures soon fills the disk. */
const enoughRoom = 500_000_000

/** Size and soundness of what is kept. Throws what the library throws. */
export async function lookAtLibrary({
  library,
  store,
  queue
}: Pick<Archive, 'library' | 'store' | 'queue'>): Promise<Draft[]> {
  const { entries, hidden, pictures, bytes } = await library.stats()
  const { states } = queue.counts()
  const verdict = await runAside({ kind: 'check', database: store.places.database })
  const { bavail, bsize } = await statfs(store.places.folder)
  const free = bavail * bsize
  return [
    {
      name: { en: 'Entries', 'zh-CN': '条目' },
      value: {
        en: `${entries - hidden}, with ${pictures} pictures`,
        'zh-CN': `${entries - hidden} 条，${pictures} 张图片`
      },
      state: 'plain'
    },
    {
      name: { en: 'Size', 'zh-CN': '大小' },
      value: {
        en: `${sizeText(bytes.pictures)} of pictures, ${sizeText(bytes.database)} of text, ${sizeText(bytes.backups)} of backups`,
        'zh-CN': `图片 ${sizeText(bytes.pictures)}，文字 ${sizeText(bytes.database)}，备份 ${sizeText(bytes.backups)}`
      },
      state: 'plain'
    },
    { name: { en: 'Database', 'zh-CN': '数据库' }, ...(verdict === 'ok' ? sound : damaged) },
    ...store.notices.map(
      (notice): Draft => ({
        name: { en: 'At the start', 'zh-CN': '启动时' },
        value: store.readOnly ? readOnly : mended,
        state: 'doubtful',
        advice: notice
      })
    ),
    {
      name: { en: 'Queue', 'zh-CN': '队列' },
      value: {
        en: `${states.queued} queued, ${states.running} running, ${states.waiting} waiting, ${states.failed} failed`,
        'zh-CN': `排队 ${states.queued}，进行中 ${states.running}，等待 ${states.waiting}，失败 ${states.failed}`
      },
      state: 'plain'
    },
    {
      name: { en: 'Free on its disk', 'zh-CN': '磁盘可用空间' },
      value: sizeText(free),
      state: free < enoughRoom ? 'doubtful' : 'good',
      advice: free < enoughRoom ? { en: 'Make room on the disk.', 'zh-CN': '请清理磁盘空间。' } : undefined
    }
  ]
}

const readOnly = { en: 'the folder cannot be written', 'zh-CN': '文件夹不可写' }
const mended = { en: 'something was mended', 'zh-CN': '已修复' }
const sound = { value: { en: 'sound', 'zh-CN': '完好' }, state: 'good' } as const
const damaged = {
  value: { en: 'damaged', 'zh-CN': '已损坏' },
  state: 'bad',
  advice: {
    en: 'Start the app again: it sets the damaged file aside and saves what can be saved.',
    'zh-CN': '请重新启动应用：它会保留损坏的文件，并尽量恢复内容。'
  }
} as const
