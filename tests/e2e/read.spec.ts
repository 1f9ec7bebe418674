import { readFileSync } from 'node:fs'
import { expect, test } from './fixture.ts'
import { entriesOf, latestEntry, sampleAt, samplePath } from './library.ts'

test('a dropped file is read on this machine and kept in the library', async ({ desk, home }) => {
  const { page } = desk
  await desk.dropFiles('body', [sampleAt(home, 'receipt', 'ünï 猫 receipt.png')])
  await expect
    .poll(async () => (await entriesOf(page)).map(({ state, name }) => [state, name]))
    .toEqual([['done', 'ünï 猫 receipt.png']])
  const entry = await latestEntry(page)
  expect(entry.text).toContain('Willow Lane Tea House')
  expect(entry.source).toBe('file')
  expect(await entriesOf(page, 'sesame bun')).toHaveLength(1)
  await expect(page.getByText('Willow Lane Tea House').first()).toBeVisible()
})

test('several dropped files wait for what is to be done with them', async ({ desk, home }) => {
  const { page } = desk
  const paths = [sampleAt(home, 'receipt', 'one.png'), sampleAt(home, 'notice', 'two.png')]
  await desk.dropFiles('body', paths)
  await page.getByRole('button', { name: /Read 2/ }).click()
  await expect.poll(async () => (await entriesOf(page)).map(({ state }) => state)).toEqual(['done', 'done'])
})

test('what is no picture is refused in words', async ({ desk }) => {
  await desk.dropFiles('body', [import.meta.filename])
  await expect(desk.page.getByText('neither a picture nor a PDF')).toBeVisible()
  expect(await entriesOf(desk.page)).toEqual([])
})

test('a picture on the clipboard is pasted and read', async ({ desk }) => {
  const { page } = desk
  await desk.copy({ 'image/png': readFileSync(samplePath('notice')) })
  await desk.paste()
  await expect
    .poll(async () => (await entriesOf(page)).map(({ state, source }) => [state, source]))
    .toEqual([['done', 'paste']])
  expect((await latestEntry(page)).text).toContain('闭馆通知')
})

test('a file that the system hands over is taken in', async ({ desk }) => {
  await desk.openFile(samplePath('editor'))
  await expect.poll(async () => (await entriesOf(desk.page)).map(({ state }) => state)).toEqual(['done'])
})
