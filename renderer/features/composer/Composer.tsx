import { ScrollArea, Stack, Text, Textarea, Title } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Subject } from '../../../preload/contract/ask.ts'
import { useSettings } from '../../app/settings.ts'
import { useView } from '../../app/view.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import classes from './Composer.module.css'
import { Departure, StaysHere } from './Departure.tsx'
import { Details } from './Details.tsx'
import { EngineChoice } from './EngineChoice.tsx'
import { MoreOptions } from './MoreOptions.tsx'
import { SendButton } from './SendButton.tsx'
import { Subjects } from './Subjects.tsx'
import { Tasks } from './Tasks.tsx'
import { useAgainWish } from './useAgainWish.ts'
import { useFirstRead } from './useFirstRead.ts'
import { usePreview } from './usePreview.ts'
import { useSend } from './useSend.ts'
import { askOf, useWish } from './wish.ts'

/** What is to be done with pictures, by whom, and what that means for them. */
export function Composer() {
  const { t } = useTranslation('composer')
  const subjects = useView((view) => view.subjects)
  const isReading = useFirstRead(subjects)
  if (isReading) return <Waiting words={t('reading')} />
  return <Form />
}

function Form() {
  const { t } = useTranslation('composer')
  const { subjects, again, drafts, draft, compose, askAgain } = useView()
  const [pages, setPages] = useState<Readonly<Record<string, string>>>({})
  const { wish, change } = useWish()
  const { values } = useSettings()
  const question = drafts['composer'] ?? ''
  const ask = askOf(wish, question, { provider: values.vision.provider, own: values.tasks.custom })
  const asked: Subject[] =
    again === undefined
      ? subjects.flatMap((subject) => (subject.kind === 'refused' ? [] : [withPages(subject.token, pages)]))
      : [{ entry: again }]
  // Without a question it can be said all the same what would go where.
  const likely =
    typeof ask === 'string' ? askOf(wish, '?', { provider: values.vision.provider, own: values.tasks.custom }) : ask
  const isLocal = wish.engine === 'device'
  const forecast = usePreview(isLocal ? undefined : asked[0], typeof likely === 'string' ? undefined : likely)
  const { send, known, isBusy, problem } = useSend()
  useAgainWish(again)

  const isSeen =
    isLocal ||
    values.privacy.confirm === 'never' ||
    forecast.preview !== undefined ||
    forecast.problem?.code === 'vision-key-missing'
  const isReady = typeof ask !== 'string' && asked.length > 0 && isSeen
  const go = (anew = false): void => {
    if (isReady && !isBusy) void send(asked, ask, anew)
  }
  const write = (text: string): void => {
    draft('composer', text)
    // A question is not for the reader of letters.
    if (wish.task === 'read' && text.trim() !== '') change({ task: 'ask' })
  }
  return (
    <div className={classes['composer']}>
      <header className={classes['bar']}>
        <Title order={2} size="h5" style={{ flex: 1 }}>
          {t('title', { count: asked.length })}
        </Title>
        <IconButton
          label={t('close', { ns: 'common' })}
          icon={X}
          onClick={() => (again === undefined ? compose([]) : askAgain(undefined))}
        />
      </header>
      <ScrollArea className={classes['body'] ?? ''} type="auto">
        <Stack gap="md">
          {again === undefined && (
            <Subjects
              subjects={subjects}
              pages={pages}
              choosePages={(token, range) => setPages((former) => ({ ...former, [token]: range }))}
            />
          )}
          <Tasks />
          <Textarea
            data-place="question"
            aria-label={t('question')}
            placeholder={wish.task === 'ask' ? t('questionPlaceholder') : t('wishPlaceholder')}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={8000}
            value={question}
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              go()
            }}
          />
          <Details />
          <EngineChoice />
          <MoreOptions />
        </Stack>
      </ScrollArea>
      <footer className={classes['foot']}>
        {isLocal ? <StaysHere /> : <Departure {...forecast} count={asked.length} />}
        <SendButton
          gap={typeof ask === 'string' ? ask : undefined}
          count={asked.length}
          host={isLocal ? undefined : forecast.preview?.host}
          isLocal={isLocal}
          isReady={isReady}
          isBusy={isBusy}
          known={known}
          problem={problem}
          send={go}
        />
        {isLocal && subjects.length > 1 && (
          <Text size="xs" c="dimmed" mt="xs" ta="center">
            {t('goesOn')}
          </Text>
        )}
      </footer>
    </div>
  )
}

function withPages(token: string, pages: Readonly<Record<string, string>>): Subject {
  const range = pages[token]?.trim() ?? ''
  return range === '' ? { token } : { token, pages: range }
}
