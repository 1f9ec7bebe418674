import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bridge } from '../../../app/bridge.ts'
import { useView } from '../../../app/view.ts'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useShortcutText } from '../../../ui/Shortcut.tsx'
import { useVerb } from '../../../ui/useVerb.ts'
import { reloadEntry } from '../../entry/index.ts'

/** Where the draft of an entry's text is kept. */
export function editDraft(entry: number): string {
  return `edit:${entry}`
}

interface Props {
  readonly entry: number
  /** As it is now. */
  readonly text: string
  /** Opened just now: the focus goes there. A draft of the last time does not take it. */
  readonly isWished: boolean
  readonly close: () => void
}

/** Measuring a longer text with each letter would be felt: it scrolls in a field of one size. */
const longestGrowing = 20_000

/** The person's own version of a text. What is typed is a draft at once, and stays one until it is saved or given up. */
export function Editor({ entry, text, isWished, close }: Props) {
  const { t } = useTranslation('result')
  const keys = useShortcutText()
  const draft = useView((view) => view.draft)
  const [written, setWritten] = useState(() => useView.getState().drafts[editDraft(entry)] ?? text)
  const change = useVerb(bridge().library.change)
  const write = (next: string): void => {
    setWritten(next)
    draft(editDraft(entry), next === text ? '' : next)
  }
  const giveUp = (): void => {
    draft(editDraft(entry), '')
    close()
  }
  const save = async (): Promise<void> => {
    const saved = await change.run({ ids: [entry], change: { kind: 'edit', text: written } })
    if (saved === undefined) return
    await reloadEntry()
    giveUp()
  }
  return (
    <div>
      <Textarea
        aria-label={t('edit.label')}
        {...(written.length > longestGrowing ? { rows: 24 } : { autosize: true, minRows: 8 })}
        value={written}
        ref={isWished ? focus : undefined}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      />
      {change.problem !== undefined && <ProblemView problem={change.problem} />}
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => void save()} loading={change.isBusy} title={keys('Mod+Enter')}>
          {t('save', { ns: 'common' })}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={giveUp}>
          {t('edit.discard')}
        </Button>
      </Group>
    </div>
  )
}

/** Whoever opens the editor wants to type. */
function focus(element: HTMLTextAreaElement | null): void {
  element?.focus({ preventScroll: true })
}
