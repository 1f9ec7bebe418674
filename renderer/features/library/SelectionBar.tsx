import { Loader, Menu, Text } from '@mantine/core'
import { Ban, Download, Ellipsis, ListChecks, RotateCw, Star, StarOff, Trash2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { deleteEntries } from '../../app/entryActions.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { notify } from '../../ui/notify.tsx'
import { useFormats } from '../../ui/useFormats.ts'
import { ExportMenu } from './ExportMenu.tsx'
import classes from './LibraryPane.module.css'
import type { Picking } from './list/usePicking.ts'
import { exportEntries, star, wish } from './verbs.ts'

/** What can be done with all picked entries. It lies over the end of the list, so that nothing moves. */
export function SelectionBar({ picking }: { readonly picking: Picking }) {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const ids = [...picking.selection.ids]
  if (ids.length === 0 && !picking.isBusy) return null
  return (
    <div role="toolbar" aria-label={t('actions.bar')} className={classes['bar']}>
      {picking.isBusy ? (
        <>
          <Loader size="xs" aria-hidden />
          <Text component="output" size="sm" flex={1}>
            {t('selecting')}
          </Text>
        </>
      ) : (
        <>
          <Text component="output" size="sm" fw={600} flex={1} truncate>
            {t('selected', { count: ids.length, formatted: formats.number(ids.length) })}
          </Text>
          <ExportMenu choose={(format) => void exportEntries(ids, format)}>
            <IconButton icon={Download} label={t('actions.export')} />
          </ExportMenu>
          <IconButton icon={Star} label={t('actions.star')} shortcut="S" onClick={() => void star(ids, true)} />
          <IconButton
            icon={Trash2}
            label={t('actions.delete')}
            shortcut="Delete"
            onClick={() => {
              void deleteEntries(ids)
              picking.clear()
            }}
          />
          <MoreMenu ids={ids} picking={picking} />
        </>
      )}
      <IconButton icon={X} label={t('actions.clear')} shortcut="Escape" onClick={() => picking.clear()} />
    </div>
  )
}

function MoreMenu({ ids, picking }: { readonly ids: readonly number[]; readonly picking: Picking }) {
  const { t } = useTranslation('library')
  const change = async (kind: 'retry' | 'cancel'): Promise<void> => {
    const count = await wish(ids, { kind })
    if (count !== undefined) notify.success(t(`done.${kind}`, { count }))
  }
  return (
    <Menu position="top-end" shadow="md" withinPortal>
      <Menu.Target>
        <IconButton icon={Ellipsis} label={t('actions.more')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<ListChecks size="1rem" aria-hidden />} onClick={() => void picking.all()}>
          {t('actions.all')}
        </Menu.Item>
        <Menu.Item leftSection={<StarOff size="1rem" aria-hidden />} onClick={() => void star(ids, false)}>
          {t('actions.unstar')}
        </Menu.Item>
        <Menu.Item leftSection={<RotateCw size="1rem" aria-hidden />} onClick={() => void change('retry')}>
          {t('actions.retry')}
        </Menu.Item>
        <Menu.Item leftSection={<Ban size="1rem" aria-hidden />} onClick={() => void change('cancel')}>
          {t('actions.cancel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
