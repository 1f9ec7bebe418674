import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dragName } from '../../../../main/bridge/app/drag-name.ts'

test.each([
  ['receipt.png', 'png', 'receipt.png'],
  ['photo.JPG', 'jpeg', 'photo.jpg'],
  ['Screenshot 2026-06-01 at 12.30', 'png', 'Screenshot 2026-06-01 at 12.30.png'],
  ['报表 第一页.tiff', 'tiff', '报表 第一页.tiff'],
  ['notice.png [0,0 10×10]', 'png', 'notice.png [0,0 10×10].png'],
  ['../../etc/passwd', 'png', 'etc passwd.png'],
  ['a\u202egnp.exe', 'png', 'a gnp.png'],
  ['CON.png', 'png', 'picture CON.png'],
  ['...', 'webp', 'picture.webp'],
  ['', 'gif', 'picture.gif'],
  ['x'.repeat(300), 'png', `${'x'.repeat(100)}.png`]
])('%j as %s is %j', (name, format, expected) => {
  expect(dragName(name, format)).toBe(expected)
})

test('whatever the name was, it is one that every file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(dragName(name, 'png')).toMatch(/^[^\p{Cc}\p{Cf}<>:"/\\|?*. ][^\p{Cc}\p{Cf}<>:"/\\|?*]*\.png$/u)
    })
  )
})
