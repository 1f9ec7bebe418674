import { copyFile, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { defaultPictureLimits } from '../../../main/engine/protocol/picture.ts'
import { makePdf, textLine } from '../../fixtures/documents/pdf.ts'
import { rejectionOf } from '../library/shelf.ts'
import { openHome, samples, tokenOf } from './home.ts'

const receipt = join(samples, 'receipt.png')
const threePages = makePdf({ pages: ['one', 'two', 'three'].map((name) => ({ content: textLine(name) })) })

/** A server on this machine, which is a private address. */
async function serve(type: string, body: Uint8Array): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', type).end(body))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a file that was dropped is kept, and known by a token that says nothing of its path', async () => {
  const { intake, archive } = await openHome()
  const [taken] = await intake.paths([receipt])
  expect(taken).toMatchObject({ kind: 'picture', name: 'receipt.png', picture: { format: 'png' } })
  const token = tokenOf(taken)
  expect(token).toMatch(/^[0-9a-f]{32}$/)
  const held = intake.held(token)
  if (held.kind !== 'picture') throw new Error('not a picture')
  expect(held).toMatchObject({ source: 'file', origin: receipt })
  expect(await archive.library.pictures.bytes(held.picture)).toEqual(await readFile(receipt))
})

test('of a link the file itself is taken, of a document the number of its pages, of a folder its place', async () => {
  const { intake, folder } = await openHome()
  await symlink(receipt, join(folder, 'link.png'))
  await mkdir(join(folder, 'scans'))
  await writeFile(join(folder, 'three-pages.pdf'), threePages)
  const names = ['link.png', 'three-pages.pdf', 'scans']
  const taken = await intake.paths(names.map((name) => join(folder, name)))
  expect(taken).toMatchObject([
    { kind: 'picture', name: 'receipt.png' },
    { kind: 'document', name: 'three-pages.pdf', pages: 3 },
    { kind: 'folder', name: 'scans' }
  ])
  expect(intake.held(tokenOf(taken[2]))).toEqual({ kind: 'folder', name: 'scans', at: { path: join(folder, 'scans') } })
})

test('what cannot be taken is told, thing by thing, and the others are taken', async () => {
  const { intake, folder } = await openHome()
  const at = (name: string): string => join(folder, name)
  await writeFile(at('empty.png'), '')
  await writeFile(at('text.png'), 'no picture at all')
  await writeFile(at('broken.png'), (await readFile(receipt)).subarray(0, 40))
  await writeFile(at('broken.pdf'), '%PDF-1.7 and nothing else')
  await writeFile(at('huge.png'), (await readFile(receipt)).subarray(0, 40))
  await truncate(at('huge.png'), defaultPictureLimits.bytes + 1)
  const taken = await intake.paths([
    at('empty.png'),
    at('text.png'),
    at('broken.png'),
    at('broken.pdf'),
    at('huge.png'),
    at('gone.png'),
    'relative.png',
    '',
    receipt
  ])
  const codes = taken.map((one) => (one.kind === 'refused' ? one.problem.code : one.kind))
  expect(codes).toEqual([
    'picture-empty',
    'picture-format',
    'picture-damaged',
    'picture-damaged',
    'picture-too-many-bytes',
    'picture-missing',
    'picture-denied',
    'picture-missing',
    'picture'
  ])
  const without = taken.filter((one) => one.kind === 'refused' && one.problem.advice === undefined)
  expect(without).toEqual([])
})

test('very many files are one thing, with all of them behind its token but those that are none', async () => {
  const { intake, folder } = await openHome()
  const names = Array.from({ length: 70 }, (_, index) => join(folder, `${index}.png`))
  for (const name of names) await copyFile(receipt, name)
  await writeFile(join(folder, 'notes.txt'), 'no picture')
  const taken = await intake.paths([...names, join(folder, 'notes.txt')])
  expect(taken.map(({ kind }) => kind)).toEqual(['folder', 'refused'])
  expect(intake.held(tokenOf(taken[0]))).toMatchObject({ at: { paths: names } })
})

test('bytes of the clipboard and of a capture have no place, but a source', async () => {
  const { intake } = await openHome()
  const bytes = await readFile(receipt)
  const taken = await intake.bytes(bytes, 'Clipboard', 'paste')
  expect(intake.held(tokenOf(taken))).toMatchObject({ kind: 'picture', name: 'Clipboard', source: 'paste' })
  expect(await intake.bytes(new Uint8Array(0), 'Clipboard', 'paste')).toMatchObject({ kind: 'refused' })
})

test('an address may be a private one; what it leads to has to be a picture', async () => {
  const { intake } = await openHome()
  const picture = await serve('image/png', await readFile(receipt))
  const taken = await intake.address(`${picture}/a/receipt.png`)
  expect(taken).toMatchObject({ kind: 'picture', name: 'receipt.png' })
  expect(intake.held(tokenOf(taken))).toMatchObject({ source: 'url', origin: `${picture}/a/receipt.png` })

  const page = await serve('text/html', Buffer.from('<html>'))
  const pdf = await serve('application/pdf', threePages)
  const refused = [page, `${pdf}/x.pdf`, 'ftp://example.org/x.png', 'no address', 'http://127.0.0.1:1/x.png']
  for (const url of refused) {
    expect(await intake.address(url)).toMatchObject({ kind: 'refused', problem: { advice: expect.any(String) } })
  }
})

test('a part of a picture has exactly the pixels that stand there', async () => {
  const { intake, archive } = await openHome()
  const picture = await archive.keep({ bytes: await readFile(receipt) })
  const { id } = archive.queue.add({
    picture,
    name: 'receipt.png',
    source: 'capture',
    task: 'read',
    engine: 'device',
    parameters: {}
  })
  const taken = await intake.part(id, { x0: 20.4, y0: 30, x1: 119.2, y1: 80 })
  expect(taken).toMatchObject({ kind: 'picture', picture: { width: 100, height: 50 } })
  const held = intake.held(tokenOf(taken))
  if (held.kind !== 'picture') throw new Error('not a picture')
  expect(held.source).toBe('capture')
  const cut = await sharp(await archive.library.pictures.bytes(held.picture))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  const same = await sharp(receipt)
    .extract({ left: 20, top: 30, width: 100, height: 50 })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  expect(cut.equals(same)).toBe(true)

  const outside = await rejectionOf(intake.part(id, { x0: 99_999, y0: 0, x1: 100_000, y1: 10 }))
  expect(outside).toMatchObject({ code: 'usage', advice: expect.any(String) })
  expect(await rejectionOf(intake.part(4711, { x0: 0, y0: 0, x1: 9, y1: 9 }))).toMatchObject({
    code: 'library-entry-missing'
  })
})

test('a sample is a picture like others', async () => {
  const { intake } = await openHome()
  expect(await intake.sample('receipt')).toMatchObject({ kind: 'picture', name: 'receipt.png' })
})

test('a token that nobody gave leads nowhere', async () => {
  const { intake } = await openHome()
  expect(() => intake.held('0'.repeat(32))).toThrow('not known any more')
})
