import { describe, expect, test } from 'vitest'
import { appPage, overlayPage, panelPage } from '../../../main/policy/address.ts'
import { decideReach } from '../../../main/policy/reach.ts'
import { foreignAddresses } from './hostile.ts'

describe('what a page may ask for', () => {
  test.each([
    [appPage, 'settings.change', 'allow'],
    [`${appPage}?x#/settings`, 'settings.key', 'allow'],
    [overlayPage, 'capture.act', 'allow'],
    [overlayPage, 'capture.scene', 'allow'],
    [overlayPage, 'app.open', 'allow'],
    [overlayPage, 'library.entry', 'deny'],
    [overlayPage, 'settings.key', 'deny'],
    [`${overlayPage}?x=1#y`, 'settings.key', 'deny'],
    [overlayPage, 'jobs.add', 'deny'],
    [panelPage, 'library.entry', 'allow'],
    [panelPage, 'library.export', 'deny'],
    [panelPage, 'app.take', 'deny']
  ])('%s on %s: %s', (url, channel, decision) => {
    expect(decideReach(url, channel)).toBe(decision)
  })

  test.each(foreignAddresses)('%j for nothing', (url) => {
    expect(decideReach(url, 'app.start')).toBe('deny')
  })
})
