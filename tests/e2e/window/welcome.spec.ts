import { expect, test } from '../fixture.ts'
import { entriesOf } from '../library.ts'
import { accessibilityOf, askServer } from './rooms.ts'

test('the first start: a sample is read by one click, without a key and without the network', async ({ desk }) => {
  const { page } = desk
  await expect(page.getByRole('heading', { level: 1, name: 'Ask any picture on your screen' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'A receipt' })).toBeVisible()
  await page.getByRole('button', { name: 'Read this picture' }).click()
  await expect(page.getByText('Willow Lane Tea House')).toBeVisible()
  await expect(page.getByText('Read on this machine, and kept in your library.')).toBeVisible()
  expect((await entriesOf(page)).map(({ state }) => state)).toEqual(['done'])
  await page.getByRole('button', { name: 'Open in the library' }).click()
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Willow Lane Tea House')
})

test('it can be skipped at once, and is not shown again', async ({ desk }) => {
  await desk.page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(desk.page.getByText('Your library is empty')).toBeVisible()
  await desk.quit()
  await desk.restart()
  await expect(desk.page.getByText('Your library is empty')).toBeVisible()
})

test('the hotkey is told as it is registered', async ({ desk }) => {
  const { page } = desk
  const registered = (await desk.hotkeys()).length > 0
  await expect(page.getByText(registered ? /Press it in any program/ : /hotkey/i).first()).toBeVisible()
})

test('the language is changed without a restart', async ({ desk }) => {
  const { page } = desk
  await page.getByText('简体中文').click()
  await expect(page.getByRole('heading', { level: 1, name: '问问屏幕上的任何图片' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('a key is added and proved by a real call', async ({ desk, server }) => {
  const { page } = desk
  await askServer(page, server, 'ok')
  await page.getByRole('button', { name: 'Add a key' }).click()
  await page.getByLabel('API key', { exact: false }).first().fill(server.key)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: /Test/ }).first().click()
  await expect(page.getByText(/ answered in /)).toBeVisible()
  expect(server.log()).not.toEqual([])
})

test('by keys alone', async ({ desk }) => {
  const { page } = desk
  await expect(page.getByRole('img', { name: 'A receipt' })).toBeVisible()
  const read = page.getByRole('button', { name: 'Read this picture' })
  for (
    let presses = 0;
    presses < 40 && !(await read.evaluate((button) => button === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('Willow Lane Tea House')).toBeVisible()
})

test('accessible in both themes', async ({ desk }) => {
  const { page } = desk
  await expect(page.getByRole('img', { name: 'A receipt' })).toBeVisible()
  expect(await accessibilityOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Read this picture' }).click()
  await expect(page.getByText('Willow Lane Tea House')).toBeVisible()
  await page.getByRole('button', { name: 'Add a key' }).click()
  await page.mouse.move(0, 0)
  expect(await accessibilityOf(page)).toEqual([])
})
