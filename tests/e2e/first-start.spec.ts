import { expect, test } from './fixture.ts'

test('the app starts, shows its window and quits', async ({ desk }) => {
  await expect(desk.page).toHaveTitle('Glyphlens')
  expect(await desk.page.evaluate(() => [typeof Reflect.get(globalThis, 'process'), 'require' in globalThis])).toEqual([
    'undefined',
    false
  ])
})
