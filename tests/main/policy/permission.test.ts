import { expect, test } from 'vitest'
import { appPage } from '../../../main/policy/address.ts'
import { decidePermission } from '../../../main/policy/permission.ts'
import { foreignAddresses } from './hostile.ts'

const ours = { url: appPage, isMainFrame: true }

/** All names in the typings of Electron 45.4, without the one that is allowed; and two that do not exist. */
const denied = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
  'clipboard-sanitized-write ',
  '__proto__'
]

test('there are 46 names', () => {
  expect(denied).toHaveLength(45 + 2)
})

test.each(denied)('%s is denied', (permission) => {
  expect(decidePermission(permission, ours)).toBe('deny')
})

test.each([appPage, 'app://glyphlens/', 'app://glyphlens'])('text may be written to the clipboard from %s', (url) => {
  expect(decidePermission('clipboard-sanitized-write', { url, isMainFrame: true })).toBe('allow')
  expect(decidePermission('clipboard-sanitized-write', { url, isMainFrame: false })).toBe('deny')
})

test.each([undefined, ...foreignAddresses])('nothing is allowed for %j', (url) => {
  expect(decidePermission('clipboard-sanitized-write', { url, isMainFrame: true })).toBe('deny')
})
