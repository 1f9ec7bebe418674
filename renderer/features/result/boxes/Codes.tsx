import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Code } from '../../../../preload/contract/library.ts'
import { choose, isSame, light, useHighlight } from '../../viewer/highlight.ts'
import { CopyButton } from '../CopyButton.tsx'
import { webAddress } from '../markdown/address.ts'
import { askToOpen } from '../markdown/link.tsx'
import classes from './Codes.module.css'

/** QR codes and barcodes with what they say; nothing of it is opened without a question. */
export function Codes({ codes }: { readonly codes: readonly Code[] }) {
  const { t } = useTranslation('result')
  const lit = useHighlight((highlight) => highlight.lit ?? highlight.chosen?.target)
  if (codes.length === 0) return null
  return (
    <ul className={classes['codes']} aria-label={t('codes')}>
      {codes.map((code, index) => {
        const target = { kind: 'code', index } as const
        const address = webAddress(code.text)
        return (
          <li
            key={index}
            className={classes['code']}
            data-lit={isSame(lit, target)}
            onPointerEnter={() => light(target)}
            onPointerLeave={() => light(undefined)}
          >
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <Badge variant="light" size="sm" tt="none">
                {code.format}
              </Badge>
              <Group gap={0} wrap="nowrap">
                <button
                  type="button"
                  className={`${classes['link']} mantine-focus-auto`}
                  onClick={() => choose(target, 'result')}
                >
                  {t('showInPicture')}
                </button>
                <CopyButton text={() => code.text} label={t('copyCodeText')} />
              </Group>
            </Group>
            <Text size="sm" className={classes['text'] ?? ''} dir="auto">
              {address === undefined ? (
                code.text.slice(0, 2000)
              ) : (
                <button
                  type="button"
                  className={`${classes['link']} mantine-focus-auto`}
                  onClick={() => askToOpen(address)}
                >
                  {code.text}
                </button>
              )}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
