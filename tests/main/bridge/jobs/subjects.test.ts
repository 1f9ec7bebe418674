import { expect, test } from 'vitest'
import type { HeldPicture } from '../../../../main/bridge/intake.ts'
import { batchSourceOf, type Thing, titleOf } from '../../../../main/bridge/jobs/subjects.ts'

function picture(number: number): HeldPicture {
  return { kind: 'picture', picture: String(number).repeat(64), name: `${number}.png`, source: 'file' }
}

function kept({ kind: _kind, ...rest }: HeldPicture) {
  return { ...rest, origin: undefined, page: undefined }
}

const folder: Thing = { kind: 'folder', name: 'scans', at: { path: '/scans' } }
const many: Thing = { kind: 'folder', name: 'many (2)', at: { paths: ['/a.png', '/b.png'] } }
const document: Thing = { kind: 'document', name: 'a.pdf', path: '/a.pdf', pages: 9, range: '2-' }

test('pictures beside each other are one place, in their order with the others', () => {
  expect(batchSourceOf([picture(1), picture(2), folder, document, picture(3), many])).toEqual({
    kind: 'several',
    of: [
      { kind: 'kept', pictures: [kept(picture(1)), kept(picture(2))] },
      { kind: 'folder', path: '/scans', recursive: true },
      { kind: 'files', paths: ['/a.pdf'], pages: '2-' },
      { kind: 'kept', pictures: [kept(picture(3))] },
      { kind: 'files', paths: ['/a.png', '/b.png'] }
    ]
  })
  expect(batchSourceOf([folder])).toEqual({ kind: 'folder', path: '/scans', recursive: true })
})

test.each([
  [[folder], 'scans'],
  [[document, folder, many], 'a.pdf + 2']
])('the title says what comes first, and how many more', (things, title) => {
  expect(titleOf(things)).toBe(title)
})
