import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appOrigin, appPage, parseAddress, parseAppAddress } from '../../../main/policy/address.ts'
import { foreignAddresses } from './hostile.ts'

test.each(foreignAddresses)('%j is no address of the app', (address) => {
  expect(parseAppAddress(address)).toBeUndefined()
})

test.each([appOrigin, appPage, 'APP://glyphlens/', 'app://glyphlens/image/0?x#y'])('%s is one', (address) => {
  expect(parseAppAddress(address)?.host).toBe('glyphlens')
})

test.each([
  'https://modelscope.cn\\@evil.example/',
  'https://modelscope.cn/\u2025/',
  'https://\uff4dodelscope.cn/',
  'https://modelscope.cn\u3002/',
  'https://modelscope.cn/\u0000',
  'https://a b/',
  'https://[::1',
  'https://',
  'modelscope.cn',
  '//modelscope.cn/'
])('%j would have to be mended, so it is none', (address) => {
  expect(parseAddress(address)).toBeUndefined()
})

test('what is parsed stays what it is when it is parsed again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((end) => `app://glyphlens${end}`)
      ),
      (text) => {
        const once = parseAppAddress(text)
        if (once === undefined) return
        expect(parseAppAddress(once.href)?.href).toBe(once.href)
        expect(once.href.startsWith(appOrigin)).toBe(true)
      }
    )
  )
})
