import { Text, TextInput } from '@mantine/core'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/IconButton.tsx'
import { glideTo } from './animate.ts'
import { reveal } from './geometry/zoom.ts'
import { boundsOf } from './hit.ts'
import type { Stage } from './stage.ts'
import { stretchesOf } from './text/range.ts'
import { findInPage, mostHits } from './text/search.ts'
import { useStageState } from './useStage.ts'
import classes from './Viewer.module.css'

interface Props {
  readonly stage: Stage
  readonly close: () => void
}

/** Looks for words in the picture while they are typed, and goes from hit to hit. */
export function SearchBar({ stage, close }: Props) {
  const { t } = useTranslation('viewer')
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const page = useStageState(stage, (state) => state.content.page)
  const count = useStageState(stage, (state) => state.hits.length)
  const hit = useStageState(stage, (state) => state.hit)

  useEffect(() => field.current?.select(), [])
  useEffect(() => {
    stage.setState({ hits: findInPage(page, words), hit: 0 })
    goTo(stage, 0)
  }, [stage, page, words])
  useEffect(() => () => stage.setState({ hits: [], hit: 0 }), [stage])

  const step = (by: 1 | -1): void => {
    if (count === 0) return
    const next = (hit + by + count) % count
    stage.setState({ hit: next })
    goTo(stage, next)
  }
  const standing =
    words.trim() === ''
      ? ''
      : count === 0
        ? t('noHits')
        : t('hitOf', { hit: hit + 1, count, total: count >= mostHits ? `${count}+` : count })
  return (
    <search className={`${classes['floating']} ${classes['top']}`} data-floating>
      <TextInput
        ref={field}
        size="xs"
        variant="unstyled"
        px="xs"
        w="12rem"
        aria-label={t('searchLabel')}
        placeholder={t('searchLabel')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') close()
          event.stopPropagation()
        }}
      />
      <Text component="output" size="xs" c="dimmed" miw="3.5rem" ta="end">
        {standing}
      </Text>
      <IconButton size="sm" label={t('previousHit')} shortcut="Shift+Enter" icon={ChevronUp} onClick={() => step(-1)} />
      <IconButton size="sm" label={t('nextHit')} shortcut="Enter" icon={ChevronDown} onClick={() => step(1)} />
      <IconButton size="sm" label={t('closeSearch')} shortcut="Escape" icon={X} onClick={close} />
    </search>
  )
}

function goTo(stage: Stage, index: number): void {
  const { hits, scene, transform, content } = stage.getState()
  const selection = hits[index]
  if (selection === undefined) return
  const box = boundsOf(stretchesOf(content.page, selection).flat())
  const size = content.page[selection.anchor.line]?.size
  if (Number.isFinite(box.x0)) glideTo(stage, reveal(scene, transform, box, size))
}
