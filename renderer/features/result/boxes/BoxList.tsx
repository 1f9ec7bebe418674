import { Button, Text } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Detection } from '../../../../preload/contract/library.ts'
import { useFormats } from '../../../ui/useFormats.ts'
import { coloursOf } from '../../viewer/colours.ts'
import { choose, isSame, light, toggleLabel, useHighlight } from '../../viewer/highlight.ts'
import classes from './Boxes.module.css'
import { attributesOf, countLabels } from './counts.ts'

/** Rows that are shown at first, and with each wish for more. */
const portion = 200

/** What was found, by label and one by one; each row and its box in the picture light up together. */
export function BoxList({ detections }: { readonly detections: readonly Detection[] }) {
  const { t } = useTranslation('result')
  const formats = useFormats()
  const [room, setRoom] = useState(portion)
  const counts = useMemo(() => countLabels(detections), [detections])
  const colours = useMemo(() => coloursOf(detections.map(({ label }) => label)), [detections])
  const hidden = useHighlight((highlight) => highlight.hidden)
  if (detections.length === 0) return <Text size="sm">{t('noBoxes')}</Text>
  return (
    <>
      <div className={classes['labels']}>
        {[...counts].slice(0, portion).map(([label, count]) => (
          <button
            key={label}
            type="button"
            className={`${classes['chip']} mantine-focus-auto`}
            aria-pressed={!hidden.has(label)}
            onClick={() => toggleLabel(label)}
            title={t(hidden.has(label) ? 'showLabel' : 'hideLabel')}
          >
            <span className={classes['swatch']} style={{ background: colours.get(label) }} aria-hidden />
            <bdi>{label}</bdi> {formats.number(count)}
          </button>
        ))}
      </div>
      <ol className={classes['list']} aria-label={t('boxes', { count: detections.length })}>
        {detections.slice(0, room).map((detection, index) => (
          <li key={index}>
            <Row detection={detection} index={index} colour={colours.get(detection.label)} />
          </li>
        ))}
      </ol>
      {detections.length > room && (
        <Button variant="default" size="xs" mt="xs" onClick={() => setRoom((former) => former + portion)}>
          {t('showRows', {
            count: Math.min(portion, detections.length - room),
            left: formats.number(detections.length - room)
          })}
        </Button>
      )}
    </>
  )
}

interface RowProps {
  readonly detection: Detection
  readonly index: number
  readonly colour: string | undefined
}

function Row({ detection, index, colour }: RowProps) {
  const { label, box } = detection
  const element = useRef<HTMLButtonElement>(null)
  const isHidden = useHighlight((highlight) => highlight.hidden.has(label))
  const isLit = useHighlight((highlight) => isSame(highlight.lit ?? highlight.chosen?.target, { kind: 'box', index }))
  const isChosen = useHighlight(
    ({ chosen }) => chosen?.from === 'picture' && isSame(chosen.target, { kind: 'box', index })
  )
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const target = { kind: 'box', index } as const
  return (
    <button
      ref={element}
      type="button"
      className={`${classes['row']} mantine-focus-auto`}
      data-lit={isLit}
      data-hidden={isHidden}
      onPointerEnter={() => light(target)}
      onPointerLeave={() => light(undefined)}
      onFocus={() => light(target)}
      onBlur={() => light(undefined)}
      onClick={() => choose(target, 'result')}
    >
      <span className={classes['swatch']} style={{ background: colour }} aria-hidden />
      <span className={classes['label']}>
        <bdi>{label}</bdi>
        {detection.attributes !== undefined && (
          <Text component="span" size="xs" c="dimmed" display="block">
            <bdi>{attributesOf(detection)}</bdi>
          </Text>
        )}
      </span>
      <span className={classes['size']}>
        {Math.round(box.x1 - box.x0)} × {Math.round(box.y1 - box.y0)}
      </span>
    </button>
  )
}
