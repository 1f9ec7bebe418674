import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Box } from '../Box.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { Chunks } from '../text/Chunks.tsx'
import classes from './Code.module.css'

interface Props {
  readonly text: string
  /** As the answer names it; may be empty. */
  readonly language: string
  /** Coloured; else the text is shown as it is. */
  readonly children?: ReactNode
}

/** Code with its language and a button that copies it. */
export function CodeBox({ text, language, children }: Props) {
  const { t } = useTranslation('result')
  return (
    <Box
      title={language === '' ? t('code') : language}
      label={t('code')}
      action={<CopyButton text={() => text} label={t('copyCode')} />}
    >
      <pre className={classes['code']} dir="ltr">
        {children ?? <Chunks text={text} />}
      </pre>
    </Box>
  )
}
