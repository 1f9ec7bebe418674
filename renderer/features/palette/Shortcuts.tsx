import { Group, Modal, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, actionGroups, allActions, shortcutsOf } from '../../app/actions.ts'
import { useOverlays } from '../../app/overlays.ts'
import { useSettings } from '../../app/settings.ts'
import { Shortcut, useShortcutText } from '../../ui/Shortcut.tsx'

/** Every key that does something, by groups; the same list that the keys are heard by. */
export function Shortcuts() {
  const { t } = useTranslation(['palette', 'common'])
  const close = useOverlays((overlays) => overlays.close)
  const text = useShortcutText()
  const [actions] = useState(() => allActions().filter((action) => shortcutsOf(action).length > 0))
  const { hotkeys } = useSettings()
  const given = hotkeys.filter((hotkey) => hotkey.accelerator !== '')
  return (
    <Modal
      opened
      onClose={() => close('shortcuts')}
      title={t('shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="lg">
        <Text size="sm" c="dimmed">
          {t('shortcuts.text', { mod: text('Mod+').replace('+', '').trim() })}
        </Text>
        {given.length > 0 && (
          <ShortcutList
            title={t('shortcuts.hotkeys')}
            rows={given.map(({ mode, accelerator }) => ({
              id: mode,
              label: t(`actions.${mode}`),
              keys: [accelerator.replace('CommandOrControl', 'Mod')]
            }))}
          />
        )}
        {actionGroups.map((group) => (
          <ShortcutList
            key={group}
            title={t(`groups.${group}`)}
            rows={actions.filter((action) => action.group === group).map(rowOf)}
          />
        ))}
      </Stack>
    </Modal>
  )
}

interface Row {
  readonly id: string
  readonly label: string
  readonly keys: readonly string[]
}

function rowOf(action: Action): Row {
  return { id: action.id, label: action.label, keys: shortcutsOf(action) }
}

function ShortcutList({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null
  return (
    <div>
      <Title order={3} size="sm" mb={4}>
        {title}
      </Title>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" fw={400}>
                {row.label}
              </Table.Th>
              <Table.Td>
                <Group gap="md" justify="flex-end">
                  {row.keys.map((keys) => (
                    <Shortcut key={keys} keys={keys} />
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
