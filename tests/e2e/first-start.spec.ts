import { existsSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixture.ts'

test('the first start shows the welcome, shuts the page in, and keeps its files in the folder it was given', async ({
  desk,
  home
}) => {
  const { page } = desk
  await expect(page).toHaveTitle('Glyphlens')
  await expect(page.getByRole('heading').first()).toBeVisible()
  const inside = await page.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: 'require' in globalThis,
    verbs: Object.keys(Reflect.get(globalThis, 'glyphlens') as object).toSorted()
  }))
  expect(inside).toEqual({
    process: 'undefined',
    require: false,
    verbs: ['app', 'capture', 'engine', 'jobs', 'library', 'settings', 'vision']
  })
  expect(existsSync(join(home, 'data'))).toBe(true)
})

test('the page cannot reach the network, another page or another window', async ({ desk }) => {
  const { page } = desk
  const outcome = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused'
    )
    window.open('https://example.com/')
    location.href = 'https://example.com/'
    return fetched
  })
  expect(outcome).toBe('refused')
  await expect(page).toHaveTitle('Glyphlens')
  expect(new URL(page.url()).pathname).toBe('/index.html')
  // The policy of the content has said so, which is what was wanted here.
  expect(desk.trouble.errors.splice(0).join('\n')).toContain('connect-src')
  expect(await desk.deeds('opened')).toEqual([])
})

test('accessible from the first moment', async ({ desk }) => {
  const { violations } = await new AxeBuilder({ page: desk.page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`)).toEqual([])
})

test.describe('in Chinese', () => {
  test.use({ launch: { staging: { locale: 'zh-CN', isDark: true } } })
  test('the window speaks the language of the system and takes its theme', async ({ desk }) => {
    await expect(desk.page.locator('html[lang="zh-CN"][data-mantine-color-scheme="dark"]')).toBeVisible()
  })
})
