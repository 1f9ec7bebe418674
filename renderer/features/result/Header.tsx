import { Badge, Menu, Text } from '@mantine/core'
import { Ellipsis, FolderSearch, PencilLine, RefreshCw, Sparkles, Star, Trash2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../preload/contract/library.ts'
import { bridge, settled } from '../../app/bridge.ts'
import { deleteEntries, toggleStar } from '../../app/entryActions.ts'
import { useView } from '../../app/view.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { notify } from '../../ui/notify.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { CopyButton } from './CopyButton.tsx'
import { EntryName } from './EntryName.tsx'
import { boxExports, exportEntry, textExports } from './exports.ts'
import classes from './Result.module.css'
import { useRevert } from './useRevert.ts'
import { useTaskName } from './useTaskName.ts'

interface Props {
  readonly entry: EntryView
  readonly isEditing: boolean
  readonly edit: () => void
}

/** What this is, and what can be done with it. */
export function Header({ entry, isEditing, edit }: Props) {
  const { t } = useTranslation('result')
  const name = useTaskName()
  const isDone = entry.state === 'done'
  return (
    <header className={classes['bar']}>
      <div className={classes['name']}>
        <Text component="h2" size="sm" fw={600} m={0} truncate>
          {entry.ask?.options?.custom?.name ?? name(entry.task)}
          {entry.isEdited && (
            <Badge size="xs" variant="light" ml="xs" tt="none">
              {t('edited')}
            </Badge>
          )}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          <EntryName entry={entry} isTaskKnown />
        </Text>
      </div>
      {isDone && <CopyButton text={() => entry.text} label={t('copyText')} shortcut="Mod+Shift+C" />}
      {isDone && (
        <IconButton size="md" label={t('edit.action')} icon={PencilLine} isPressed={isEditing} onClick={edit} />
      )}
      <More entry={entry} />
    </header>
  )
}

function More({ entry }: Pick<Props, 'entry'>) {
  const { t } = useTranslation('result')
  const askAgain = useView((view) => view.askAgain)
  const revert = useRevert(entry)
  const isDone = entry.state === 'done'
  const formats = entry.answer?.kind === 'boxes' ? [...boxExports, ...textExports] : textExports
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <IconButton size="md" label={t('more', { ns: 'common' })} icon={Ellipsis} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<RefreshCw size="1rem" aria-hidden />}
          rightSection={<Shortcut keys="A" />}
          onClick={() => askAgain(entry.id)}
        >
          {t('askAgain')}
        </Menu.Item>
        {entry.engine !== 'device' && (
          <Menu.Item leftSection={<Sparkles size="1rem" aria-hidden />} onClick={() => void askPrecisely(entry)}>
            {t('askPrecise')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Star size="1rem" aria-hidden />}
          rightSection={<Shortcut keys="S" />}
          onClick={() => void toggleStar(entry.id)}
        >
          {t(entry.starred ? 'unstar' : 'star')}
        </Menu.Item>
        {entry.isEdited && (
          <Menu.Item leftSection={<Undo2 size="1rem" aria-hidden />} onClick={() => void revert()}>
            {t('edit.revert')}
          </Menu.Item>
        )}
        {entry.origin !== undefined && (
          <Menu.Item leftSection={<FolderSearch size="1rem" aria-hidden />} onClick={() => void showOrigin(entry.id)}>
            {t('showOrigin')}
          </Menu.Item>
        )}
        {isDone && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('export')}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item key={format} onClick={() => void exportEntry(entry.id, format)}>
                {t(`exports.${format}`)}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<Trash2 size="1rem" aria-hidden />}
          rightSection={<Shortcut keys="Delete" />}
          onClick={() => void deleteEntries([entry.id])}
        >
          {t('delete', { ns: 'common' })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The same question to the precise model of the same provider; the picture has gone there before. */
async function askPrecisely(entry: EntryView): Promise<void> {
  if (entry.ask === undefined) return useView.getState().askAgain(entry.id)
  const { model: _former, ...ask } = entry.ask
  const added = await settled(bridge().jobs.add({ subjects: [{ entry: entry.id }], ask: { ...ask, precise: true } }))
  if (!added.ok) return notify.problem(added.problem)
  const next = added.value.entries[0] ?? added.value.known[0]
  if (next !== undefined) useView.getState().show(next)
}

async function showOrigin(entry: number): Promise<void> {
  const result = await settled(bridge().app.open({ what: 'origin', entry }))
  if (!result.ok) notify.problem(result.problem)
}
