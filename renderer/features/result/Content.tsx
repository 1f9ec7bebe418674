import { Alert, Text } from '@mantine/core'
import { Info } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../preload/contract/library.ts'
import { useTold } from '../../ui/useTold.ts'
import { BoxList } from './boxes/BoxList.tsx'
import { Codes } from './boxes/Codes.tsx'
import { ChartResult } from './chart/ChartResult.tsx'
import { LinesToCome } from './LinesToCome.tsx'
import { ReadingTable } from './table/ReadingTable.tsx'
import { TableView } from './table/TableView.tsx'
import { ReadingText } from './text/ReadingText.tsx'

/** Markdown, mathematics and code need large libraries: they are loaded with the first answer. */
const Answer = lazy(async () => ({ default: (await import('./markdown/Answer.tsx')).Answer }))

/** What an entry says, in the form that suits it. */
export function Content({ entry }: { readonly entry: EntryView }) {
  return (
    <>
      <Codes codes={entry.codes} />
      <Notices notices={entry.notices} />
      {entry.answer === undefined ? <Reading entry={entry} /> : <Answered entry={entry} answer={entry.answer} />}
    </>
  )
}

function Reading({ entry }: { readonly entry: EntryView }) {
  const { t } = useTranslation('result')
  if (entry.text.trim() === '' && !entry.isEdited) {
    return (
      <Text size="sm" c="dimmed">
        {t(entry.codes.length > 0 ? 'onlyCodes' : 'noText')}
      </Text>
    )
  }
  return entry.layout === 'table' ? <ReadingTable entry={entry} /> : <ReadingText entry={entry} />
}

interface AnsweredProps {
  readonly entry: EntryView
  readonly answer: NonNullable<EntryView['answer']>
}

function Answered({ entry, answer }: AnsweredProps) {
  return (
    <>
      {/* The person's own version is a text, whatever the answer was. */}
      {entry.isEdited || answer.kind === 'text' ? <Words text={entry.text} /> : <Data answer={answer} />}
    </>
  )
}

function Data({ answer }: { readonly answer: Exclude<AnsweredProps['answer'], { kind: 'text' }> }) {
  const prose = answer.prose.trim() === '' ? null : <Words text={answer.prose} />
  switch (answer.kind) {
    case 'boxes':
      return (
        <>
          {prose}
          <BoxList detections={answer.detections} />
        </>
      )
    case 'chart':
      return (
        <>
          <ChartResult chart={answer.chart} />
          {prose}
        </>
      )
    case 'tables':
      return (
        <>
          {answer.tables.map((table, index) => (
            <TableView key={index} table={table} />
          ))}
          {prose}
        </>
      )
    default:
      return answer
  }
}

function Words({ text }: { readonly text: string }) {
  return (
    <Suspense fallback={<LinesToCome />}>
      <Answer text={text} />
    </Suspense>
  )
}

/** What was repaired, left out, cut off or doubtful. */
function Notices({ notices }: Pick<EntryView, 'notices'>) {
  const told = useTold()
  if (notices.length === 0) return null
  return (
    <Alert color="yellow" variant="light" mb="md" icon={<Info size="1rem" aria-hidden />}>
      {notices.map((notice, index) => (
        <Text key={index} size="xs">
          <bdi>{told(notice)}</bdi>
        </Text>
      ))}
    </Alert>
  )
}
