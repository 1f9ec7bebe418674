import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Content } from './content.ts'
import classes from './Viewer.module.css'

/** What was read, as text in reading order for whoever cannot see where it stands. */
export const TextLayer = memo(({ page, codes }: Pick<Content, 'page' | 'codes'>) => {
  const { t } = useTranslation('viewer')
  if (page.length === 0 && codes.length === 0) return null
  return (
    <section className={classes['text']} aria-label={t('text')}>
      {page.map((line, index) => (
        <p key={index} dir="auto">
          {line.text}
        </p>
      ))}
      {codes.map((code, index) => (
        <p key={`code ${index}`} dir="auto">
          {`${code.format}: ${code.text}`}
        </p>
      ))}
    </section>
  )
})
TextLayer.displayName = 'TextLayer'
