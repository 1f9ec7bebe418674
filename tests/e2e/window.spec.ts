import { ask } from './bridge.ts'
import { expect, test } from './fixture.ts'

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
