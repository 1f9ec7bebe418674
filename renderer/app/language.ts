import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from '../locales/en/index.ts'
import { learnSpeech } from './sentences.ts'

export type Language = 'en' | 'zh-CN'
export const languages: readonly Language[] = ['en', 'zh-CN']

/** English comes with the page; another language is loaded when it is chosen. Switches without a restart. */
export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      resources: { en: english },
      lng: 'en',
      fallbackLng: 'en',
      defaultNS: 'common',
      // React escapes by itself.
      interpolation: { escapeValue: false }
    })
  }
  if (language === 'zh-CN' && !i18next.hasResourceBundle('zh-CN', 'common')) {
    const { chinese, speech } = await import('../locales/zh-CN/index.ts')
    learnSpeech('zh-CN', speech)
    for (const [namespace, texts] of Object.entries(chinese)) i18next.addResourceBundle('zh-CN', namespace, texts)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
