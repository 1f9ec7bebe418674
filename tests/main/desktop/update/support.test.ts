import { expect, test } from 'vitest'
import { whyNoUpdates } from '../../../../main/desktop/update/support.ts'

const installed = { isPackaged: true, platform: 'win32', environment: {}, hasFeed: true } as const

test.each([
  ['installed on Windows', {}, undefined],
  ['on a Mac', { platform: 'darwin' }, undefined],
  ['an AppImage', { platform: 'linux', environment: { APPIMAGE: '/x.AppImage' } }, undefined],
  ['from a package of the system', { platform: 'linux' }, 'packageManager'],
  ['a portable copy', { environment: { PORTABLE_EXECUTABLE_DIR: 'D:\\' } }, 'portable'],
  ['without a feed', { hasFeed: false }, 'noFeed'],
  ['a checkout', { isPackaged: false }, 'development']
] as const)('%s', (_what, some, why) => {
  expect(whyNoUpdates({ ...installed, ...some })).toBe(why)
})
