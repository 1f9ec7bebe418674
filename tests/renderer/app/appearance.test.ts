// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import {
  applyAppearance,
  decideAppearance,
  rememberAppearance,
  rememberedAppearance
} from '../../../renderer/app/appearance.ts'
import { sampleSettings } from '../fake/settings.ts'

const { appearance } = sampleSettings.values
const system = { language: 'zh-CN', highContrast: true } as const

describe('decideAppearance', () => {
  it('goes by the system where nothing is set', () => {
    expect(decideAppearance(appearance, system)).toEqual({
      scheme: undefined,
      highContrast: true,
      fontSize: 16,
      reducedMotion: false,
      language: 'zh-CN'
    })
  })

  it('goes by what is set', () => {
    const set = { theme: 'dark', contrast: 'normal', textScale: 1.3, motion: 'reduced', language: 'en' } as const
    expect(decideAppearance(set, system)).toEqual({
      scheme: 'dark',
      highContrast: false,
      fontSize: 20.8,
      reducedMotion: true,
      language: 'en'
    })
  })
})

describe('applyAppearance', () => {
  it('tells the style sheets', () => {
    applyAppearance(document.documentElement, {
      scheme: 'dark',
      highContrast: true,
      fontSize: 20.8,
      reducedMotion: true,
      language: 'en'
    })
    const { style, dataset } = document.documentElement
    expect(style.fontSize).toBe('20.8px')
    expect([dataset['contrast'], dataset['motion']]).toEqual(['high', 'reduced'])
  })
})

describe('remembered appearance', () => {
  const kept = { scheme: 'dark', highContrast: false, fontSize: 18, reducedMotion: true, language: 'zh-CN' } as const

  it('comes back', () => {
    rememberAppearance(localStorage, kept)
    expect(rememberedAppearance(localStorage, 'en-GB')).toEqual(kept)
  })

  it.each([
    ['nothing was kept', null],
    ['it is damaged', '{"fontSize":']
  ])('is plain, in the language of the browser, when %s', (_, text) => {
    const storage = { getItem: () => text }
    expect(rememberedAppearance(storage, 'zh-Hans')).toMatchObject({ fontSize: 16, language: 'zh-CN' })
    expect(rememberedAppearance(storage, 'fr')).toMatchObject({ scheme: undefined, language: 'en' })
  })
})
