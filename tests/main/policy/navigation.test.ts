import { describe, expect, test } from 'vitest'
import { appPage } from '../../../main/policy/address.ts'
import { decideNavigation } from '../../../main/policy/navigation.ts'
import { foreignAddresses } from './hostile.ts'

describe('navigation', () => {
  test.each([appPage, `${appPage}#/library`, 'app://glyphlens/assets/../index.html'])(
    'to the page itself: %s',
    (url) => {
      expect(decideNavigation(url)).toBe('allow')
    }
  )

  test.each([
    ...foreignAddresses,
    'app://glyphlens',
    'app://glyphlens/',
    'app://glyphlens/index.html?other',
    'app://glyphlens/index.html/',
    'app://glyphlens//index.html',
    'app://glyphlens/INDEX.html',
    'app://glyphlens/%69ndex.html',
    'app://glyphlens/assets/index.js',
    'app://glyphlens/image/00'
  ])('to anywhere else is refused: %j', (url) => {
    expect(decideNavigation(url)).toBe('deny')
  })

  test('each window has a page of its own', () => {
    const overlay = 'app://glyphlens/overlay.html?display=1'
    expect(decideNavigation(overlay, overlay)).toBe('allow')
    expect(decideNavigation(appPage, overlay)).toBe('deny')
    expect(decideNavigation('app://glyphlens/overlay.html?display=2', overlay)).toBe('deny')
  })

  test('a page that is none of ours allows nothing, not even itself', () => {
    expect(decideNavigation('https://evil.example/', 'https://evil.example/')).toBe('deny')
  })
})
