import { ActionIcon, Text, TextInput } from '@mantine/core'
import { FileText, Folder, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Taken } from '../../../preload/contract/app.ts'
import { useStart } from '../../app/start.ts'
import { useView } from '../../app/view.ts'
import { toldText } from '../../ui/told.ts'
import classes from './Composer.module.css'
import { useComposing } from './composing.ts'

/** Thumbnails of more would only be a wall. */
const mostShown = 24

interface Props {
  readonly subjects: readonly Taken[]
  /** Pages of documents, such as `1-3,7`, by token. */
  readonly pages: Readonly<Record<string, string>>
  readonly choosePages: (token: string, pages: string) => void
}

/** What was taken in: each can be looked at and taken out again. */
export function Subjects({ subjects, pages, choosePages }: Props) {
  const { t } = useTranslation('composer')
  const compose = useView((view) => view.compose)
  const shown = subjects.slice(0, mostShown)
  return (
    <>
      <ul className={classes['subjects']} aria-label={t('subjects')}>
        {shown.map((subject, place) => (
          <li
            key={subject.kind === 'refused' ? `${place} ${subject.name}` : subject.token}
            className={classes['subject']}
            data-wide={subject.kind !== 'picture'}
          >
            <Subject subject={subject} place={place} pages={pages} choosePages={choosePages} />
            <ActionIcon
              className={classes['remove'] ?? ''}
              size="1.25rem"
              radius="xl"
              variant={subject.kind === 'picture' ? 'default' : 'subtle'}
              color="gray"
              aria-label={t('takeOut', { name: subject.name })}
              onClick={() => compose(subjects.filter((_, other) => other !== place))}
            >
              <X size="0.75rem" aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {subjects.length > mostShown && (
        <Text size="xs" c="dimmed">
          {t('andMore', { count: subjects.length - mostShown })}
        </Text>
      )}
    </>
  )
}

function Subject({
  subject,
  place,
  pages,
  choosePages
}: Omit<Props, 'subjects'> & { readonly subject: Taken; readonly place: number }) {
  const { t } = useTranslation('composer')
  const { thumbnailBase } = useStart()
  const lookedAt = useComposing((composing) => composing.lookedAt)
  switch (subject.kind) {
    case 'picture':
      return (
        <button
          type="button"
          className={`${classes['thumbnail']} mantine-focus-auto`}
          aria-pressed={lookedAt === place}
          aria-label={t('lookAt', { name: subject.name })}
          title={subject.name}
          onClick={() => useComposing.setState({ lookedAt: place })}
        >
          <img src={`${thumbnailBase}${subject.picture.id}`} alt="" />
        </button>
      )
    case 'document':
      return (
        <>
          <FileText size="1.25rem" strokeWidth={1.5} aria-hidden />
          <Named name={subject.name} text={t('pageCount', { count: subject.pages })} />
          <TextInput
            size="xs"
            w="6.5rem"
            aria-label={t('pages', { name: subject.name })}
            placeholder={t('allPages')}
            value={pages[subject.token] ?? ''}
            onChange={(event) => choosePages(subject.token, event.currentTarget.value)}
          />
        </>
      )
    case 'folder':
      return (
        <>
          <Folder size="1.25rem" strokeWidth={1.5} aria-hidden />
          <Named name={subject.name} text={t('folder')} />
        </>
      )
    case 'refused':
      return (
        <>
          <TriangleAlert size="1.25rem" strokeWidth={1.5} color="var(--mantine-color-error)" aria-hidden />
          <Named name={subject.name} text={toldText(subject.problem).message} />
        </>
      )
    default:
      return subject
  }
}

function Named({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <Text size="sm" truncate>
        <bdi>{name}</bdi>
      </Text>
      <Text size="xs" c="dimmed">
        {text}
      </Text>
    </div>
  )
}
