import { ask, queueRests } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { latestEntry, takeSample } from './library.ts'

test('a page that has crashed is loaded anew, and what went on meanwhile is there', async ({ desk }) => {
  const token = await takeSample(desk.page, 'receipt')
  await ask(desk.page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  const { page: former } = desk
  await desk.crash()
  await expect.poll(() => desk.page !== former).toBe(true)
  await desk.page.locator('main').first().waitFor()
  await queueRests(desk.page)
  expect((await latestEntry(desk.page)).state).toBe('done')
})

test('the window comes back where it was', async ({ desk }) => {
  const size = () => desk.page.evaluate(() => [innerWidth, innerHeight])
  await desk.moveWindow({ x: 40, y: 30, width: 900, height: 620 })
  expect(await size()).toEqual([900, 620])
  await desk.quit()
  await desk.restart()
  expect(await size()).toEqual([900, 620])
})

test('the theme of the system reaches the page at once', async ({ desk }) => {
  const { page } = desk
  await page.locator('html[data-mantine-color-scheme="light"]').waitFor()
  await desk.systemTheme(true)
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
})

test('the menu of the app and the tray are there, in the language of the app', async ({ desk }) => {
  const labels = async () => (await desk.menu()).map(({ label }) => label)
  const before = await labels()
  expect(before.length).toBeGreaterThan(2)
  await ask(desk.page, 'settings', 'change', { appearance: { language: 'zh-CN' } })
  await expect.poll(labels).not.toEqual(before)
  const tray = async () => (await desk.trayMenu())?.items.map(({ label }) => label).join(' ')
  await expect.poll(tray).toMatch(/[\u4e00-\u9fff]/)
})
