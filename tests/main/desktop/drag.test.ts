import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDrag } from '../../../main/desktop/drag.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glyphlens-drag-'))
  writeFileSync(join(folder, 'kept.png'), 'picture')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what hangs at the pointer is a copy with the name for people; nothing is left of it', async () => {
  const dragged: { file: string }[] = []
  const contents = { startDrag: (item: { file: string }) => dragged.push(item) } as unknown as WebContents
  const drag = createDrag({
    folder: join(folder, 'drag'),
    icon: '/icon.png',
    contents: (id) => (id === 7 ? contents : undefined)
  })
  await drag.start(7, join(folder, 'kept.png'), 'notice.png')
  await drag.start(7, join(folder, 'kept.png'), 'notice.png')
  await drag.start(8, join(folder, 'kept.png'), 'of a window that is gone.png')

  expect(dragged).toHaveLength(2)
  expect(dragged[0]).toMatchObject({ icon: '/icon.png' })
  const [first = '', second = ''] = dragged.map(({ file }) => file)
  expect([basename(first), basename(second), first === second]).toEqual(['notice.png', 'notice.png', false])
  writeFileSync(first, 'changed by another program')
  expect(readFileSync(join(folder, 'kept.png'), 'utf8')).toBe('picture')

  await drag.clear()
  expect(existsSync(join(folder, 'drag'))).toBe(false)
})
