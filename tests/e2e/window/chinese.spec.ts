// Nothing of what main says is English where the person has chosen Chinese.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { latinSentences } from '../../renderer/latin.ts'
import { textsOfPage } from '../../renderer/pseudo/look.ts'
import { ask, queueRests } from '../bridge.ts'
import type { Desk } from '../desk.ts'
import { expect, test } from '../fixture.ts'
import { latestEntry, takeSample } from '../library.ts'
import { askServer, withKey } from './rooms.ts'

/** Names that consist of words and are the same in every language. */
const names = [/LM Studio/g, /GNOME Keyring/g]

/** What of the page is English. */
async function english(page: Page): Promise<string[]> {
  // Pictures that are still being made would be missed when the app ends.
  await page.waitForFunction(() => Array.from(document.images).every((image) => image.complete))
  const texts = await page.evaluate(textsOfPage)
  return [...new Set(texts.map(({ text }) => text))].flatMap((text) =>
    latinSentences(names.reduce((left, name) => left.replaceAll(name, ' '), text))
  )
}

async function speakChinese(page: Page): Promise<void> {
  await ask(page, 'settings', 'change', { appearance: { language: 'zh-CN' }, desktop: { welcomed: true } })
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
}

/** Shows the latest entry as a click in the library does. */
async function showLatest(page: Page): Promise<void> {
  const { id } = await latestEntry(page)
  const kept = { state: { room: 'library', entry: id, words: '', filters: {}, drafts: {} }, version: 0 }
  await page.evaluate((view) => localStorage.setItem('view', view), JSON.stringify(kept))
  await page.reload()
  await page.getByRole('region', { name: '结果' }).waitFor()
}

/** Asks for a description and shows what came of it. */
async function describe(page: Page): Promise<void> {
  const token = await takeSample(page, 'receipt')
  await ask(page, 'jobs', 'add', {
    subjects: [{ token }],
    ask: { task: 'describe', engine: 'modelscope' },
    again: true
  })
  await queueRests(page)
  await showLatest(page)
}

/** Opens a section of the settings. */
async function openSettings(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '设置' }).click()
  await page.getByRole('navigation', { name: '设置' }).getByText(section, { exact: true }).click()
}

async function drop(desk: Desk, name: string, content: string | Buffer): Promise<void> {
  const folder = join(desk.home, '坏文件')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, content)
  await desk.dropFiles('body', [path])
}

test('files that cannot be taken', async ({ desk }) => {
  const { page } = desk
  await speakChinese(page)
  await drop(desk, 'letter.png', 'this is no picture at all')
  await expect(page.getByText(/无法识别的图片格式/).first()).toBeVisible()
  await drop(desk, 'cut.png', Buffer.from('89504e470d0a1a0a00', 'hex'))
  await expect(page.getByText(/图片已损坏/).first()).toBeVisible()
  await drop(desk, 'nothing.png', '')
  await expect(page.getByText(/文件是空的/).first()).toBeVisible()
  expect(await english(page)).toEqual([])
})

test('no key', async ({ desk }) => {
  const { page } = desk
  await speakChinese(page)
  const token = await takeSample(page, 'notice')
  await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  await queueRests(page)
  await showLatest(page)
  await page.keyboard.press('a')
  await expect(page.getByRole('alert').first()).toContainText('ModelScope 需要密钥，但尚未设置。')
  expect(await english(page)).toEqual([])
})

test.describe('with a key', () => {
  test.use({ launch: withKey })

  for (const [scenario, said] of [
    ['refused', '没有服务在运行。'],
    ['401', 'ModelScope 不接受该密钥。'],
    ['html-200', '返回的是网页，不是视觉接口。'],
    ['400-gone', 'ModelScope 不提供模型']
  ] as const) {
    test(`a provider that fails: ${scenario}`, async ({ desk, server }) => {
      const { page } = desk
      await askServer(page, server, scenario)
      await speakChinese(page)
      await describe(page)
      await expect(page.getByRole('region', { name: '结果' })).toContainText(said)
      expect(await english(page)).toEqual([])
    })
  }

  test('what was cut off is told, in either language', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'length', { text: '一只猫坐在窗边看着外面的雨' })
    await speakChinese(page)
    await describe(page)
    await expect(page.getByText('回答达到长度上限或连接中断，结尾缺失。')).toBeVisible()
    expect(await english(page)).toEqual([])
    await ask(page, 'settings', 'change', { appearance: { language: 'en' } })
    await expect(page.getByText('The answer was cut off at the limit of tokens')).toBeVisible()
  })

  test('the diagnosis of a wrong key', async ({ desk, server }) => {
    const { page } = desk
    await askServer(page, server, 'models-401')
    await speakChinese(page)
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox').or(page.getByRole('textbox')).last().fill('诊断')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '诊断' })).toBeVisible()
    await expect(page.getByText(/不接受该密钥/)).toBeVisible()
    expect(await english(page)).toEqual([])
  })
})

test('hotkeys that are no good, and what is wrong with a key that is typed', async ({ desk }) => {
  const { page } = desk
  await speakChinese(page)
  const hotkeys = {
    'read-region': 'Control+C',
    'ask-region': 'Nonsense',
    'read-screen': 'Alt+F9',
    'read-window': 'Alt+F9'
  }
  await ask(page, 'settings', 'change', { capture: { hotkeys } })
  await openSettings(page, '快捷键与截图')
  await expect(page.getByText(/没有名为“Nonsense”的键/)).toBeVisible()
  await expect(page.getByText('两种截图使用了相同的快捷键。', { exact: false }).first()).toBeVisible()
  expect(await english(page)).toEqual([])
  await openSettings(page, '服务商')
  await page
    .getByRole('button', { name: /^ModelScope/ })
    .first()
    .click()
  await page.getByLabel('API 密钥').first().fill('https://example.com/my key')
  await expect(page.getByText(/这是网址，不是密钥/)).toBeVisible()
  expect(await english(page)).toEqual([])
})

test('settings that were damaged', async ({ desk }) => {
  await speakChinese(desk.page)
  await desk.quit()
  writeFileSync(
    join(desk.home, 'data', 'config.json'),
    '{"appearance": {"language": "zh-CN"}, "vision": {"temperature": 99}}'
  )
  await desk.restart()
  await expect(desk.page.getByText(/以下设置的值无法识别，已恢复默认/)).toBeVisible()
  expect(await english(desk.page)).toEqual([])
})

test('a library from which a picture has gone', async ({ desk }) => {
  const { page } = desk
  await speakChinese(page)
  const token = await takeSample(page, 'receipt')
  await ask(page, 'jobs', 'add', { subjects: [{ token }], ask: { task: 'read', engine: 'device' } })
  await queueRests(page)
  rmSync(join(desk.home, 'data', 'library', 'pictures'), { recursive: true })
  await openSettings(page, '图库')
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await expect(page.getByText('缺少 1 张图片：文件已被删除。')).toBeVisible()
  expect(await english(page)).toEqual([])
})
