import { FileStack, ScanSearch } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Taken } from '../../../preload/contract/app.ts'
import type { EntryView } from '../../../preload/contract/library.ts'
import { useStart } from '../../app/start.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { useLookedAt } from '../composer/looked-at.ts'
import { reloadEntry, useEntry } from '../entry/index.ts'
import { type Content, useAlignment, useContent } from './content.ts'
import { PictureView } from './PictureView.tsx'

/** The picture of the chosen entry, or of what waits in the composer. */
export function Viewer() {
  const { t } = useTranslation('viewer')
  const taken = useLookedAt()
  const { id, entry, problem } = useEntry()
  if (taken !== undefined) return <TakenView taken={taken} />
  if (id === undefined) return <EmptyState icon={ScanSearch} title={t('empty.title')} text={t('empty.text')} />
  if (problem !== undefined) return <ProblemView problem={problem} retry={() => void reloadEntry()} />
  if (entry === undefined) return <Waiting words={t('loading')} />
  return <EntryPicture key={entry.picture.id} entry={entry} />
}

function EntryPicture({ entry }: { readonly entry: EntryView }) {
  const { t } = useTranslation('viewer')
  const content = useContent(entry)
  const alignment = useAlignment(entry)
  const size = useSize(entry.picture)
  if (size === undefined) return <Waiting words={t('loading')} />
  return (
    <PictureView
      picture={{ id: entry.picture.id, ...size }}
      name={entry.page === undefined ? entry.name : t('page', { name: entry.name, page: entry.page })}
      entry={entry.id}
      content={content}
      alignment={alignment}
      turn={entry.turn}
    />
  )
}

const nothing: Content = { page: [], detections: [], colours: new Map(), codes: [], found: [] }

function TakenView({ taken }: { readonly taken: Taken }) {
  const { t } = useTranslation('viewer')
  if (taken.kind === 'picture') {
    const { picture, name } = taken
    return (
      <PictureView
        key={picture.id}
        picture={picture}
        name={name}
        entry={undefined}
        content={nothing}
        alignment={undefined}
        turn={0}
      />
    )
  }
  const text = taken.kind === 'document' ? t('pages', { count: taken.pages }) : undefined
  return <EmptyState icon={FileStack} title={taken.name} {...(text === undefined ? {} : { text })} />
}

/** Width and height; where the library does not know them, the picture itself does. */
function useSize({ id, width, height }: EntryView['picture']) {
  const { imageBase, thumbnailBase } = useStart()
  const [measured, setMeasured] = useState<{ readonly width: number; readonly height: number }>()
  const known = useMemo(
    () => (width === undefined || height === undefined ? undefined : { width, height }),
    [width, height]
  )
  useEffect(() => {
    if (known !== undefined) return undefined
    const image = new Image()
    image.addEventListener('load', () => setMeasured({ width: image.naturalWidth, height: image.naturalHeight }))
    // A format that the window cannot show has a thumbnail all the same.
    image.addEventListener('error', () => {
      if (image.src.endsWith(`${thumbnailBase}${id}`)) setMeasured({ width: 640, height: 480 })
      else image.src = `${thumbnailBase}${id}`
    })
    image.src = `${imageBase}${id}`
    return () => image.removeAttribute('src')
  }, [known, id, imageBase, thumbnailBase])
  return known ?? measured
}
