import { expect, test } from 'vitest'
import { pictureFileName, proposalOf } from '../../../../main/bridge/library/file-names.ts'

const november = Date.UTC(2026, 10, 30)

test.each([
  ['markdown', 'scan.png', 'scan.md'],
  ['annotated', '../a:b.jpg', 'a-b.png'],
  ['annotated', undefined, 'glyphlens-2026-11-30.zip'],
  ['yolo', 'scan.png', 'scan.zip'],
  ['pdf', undefined, 'glyphlens-2026-11-30.pdf']
] as const)('%s of %s is called %s', (format, only, name) => {
  expect(proposalOf(format, only, november)).toEqual({ name, extension: name.split('.').at(-1) })
})

const picture = { id: 'a', format: 'png', bytes: 1 }

test.each([
  [{ name: 'scan.pdf', page: 3, picture }, 'scan-3.png'],
  [{ name: 'photo.jpeg', picture: { ...picture, format: 'jpeg' } }, 'photo.jpeg'],
  [{ name: 'clipboard', picture }, 'clipboard.png']
])('the picture of %j has a name of its format', (entry, name) => {
  expect(pictureFileName(entry)).toBe(name)
})
