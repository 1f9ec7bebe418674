import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../ui/useFormats.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import classes from './Text.module.css'

/** Chunks that are shown at first, and with each wish for more. */
const portion = 50

interface Props {
  readonly text: string
  /** Told of each chunk's element, for whoever marks places in the text. */
  readonly place?: (chunk: Chunk, element: HTMLElement | null) => void
}

/** Text of any length as it is: only what is in sight is laid out. */
export function Chunks({ text, place }: Props) {
  const { t } = useTranslation('result')
  const formats = useFormats()
  const [room, setRoom] = useState(portion)
  const chunks = useMemo(() => chunksOf(text), [text])
  const last = chunks[room - 1]
  const left = last === undefined ? 0 : text.length - last.start - last.text.length
  return (
    <>
      {chunks.slice(0, room).map((chunk) => (
        <span
          key={chunk.start}
          className={chunks.length > 1 ? classes['chunk'] : undefined}
          ref={place === undefined ? undefined : (element) => place(chunk, element)}
        >
          {chunk.text}
        </span>
      ))}
      {left > 0 && (
        <Button
          variant="default"
          size="xs"
          display="block"
          mt="sm"
          onClick={() => setRoom((former) => former + portion)}
        >
          {t('showMore', { left: formats.number(left) })}
        </Button>
      )}
    </>
  )
}
