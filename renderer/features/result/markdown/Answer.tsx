import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../ui/useFormats.ts'
import { CodeBox } from '../code/CodeBox.tsx'
import { TableView } from '../table/TableView.tsx'
import { type Block, splitBlocks } from './blocks.ts'
import classes from './Markdown.module.css'
import { MarkdownBlock } from './MarkdownBlock.tsx'
import { useGradually } from './useGradually.ts'

/** UTF-16 units that are shown at first, and with each wish for more. */
const portion = 60_000

/** An answer of a model: untrusted Markdown of any length. */
export function Answer({ text }: { readonly text: string }) {
  const { t } = useTranslation('result')
  const formats = useFormats()
  const [room, setRoom] = useState(portion)
  const isCut = text.length > room
  // Cut at a line, where that is near: half a table row would be read as text.
  const shown = useMemo(
    () => (isCut ? text.slice(0, Math.max(text.lastIndexOf('\n', room), room / 2)) : text),
    [text, isCut, room]
  )
  const blocks = useMemo(() => splitBlocks(shown), [shown])
  const ready = useGradually(blocks.length)
  return (
    <div className={classes['markdown']}>
      {blocks.slice(0, ready).map((block, index) => (
        <div key={index} className={classes['block']}>
          <BlockView block={block} />
        </div>
      ))}
      {isCut && ready >= blocks.length && (
        <Button variant="default" size="xs" onClick={() => setRoom((former) => former + portion)}>
          {t('showMore', { left: formats.number(text.length - shown.length) })}
        </Button>
      )}
    </div>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'markdown':
      return <MarkdownBlock text={block.text} />
    case 'code':
      return <CodeBox text={block.text} language={block.language} />
    case 'table':
      return <TableView table={block.table} />
    case 'plain':
      return (
        <p className={classes['plain']} dir="auto">
          {block.text}
        </p>
      )
    default:
      return block
  }
}
