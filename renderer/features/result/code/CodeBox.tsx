import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../CopyButton.tsx'
import { Scroller } from '../Scroller.tsx'
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
    <figure className={classes['box']}>
      <figcaption className={classes['bar']}>
        <Text size="xs" c="dimmed" truncate>
          <bdi>{language === '' ? t('code') : language}</bdi>
        </Text>
        <CopyButton text={() => text} label={t('copyCode')} />
      </figcaption>
      <Scroller label={t('code')} className={classes['scroll']}>
        <pre className={classes['code']} dir="ltr">
          {children ?? <Chunks text={text} />}
        </pre>
      </Scroller>
    </figure>
  )
}
