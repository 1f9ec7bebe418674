import { Button, Group, Stack, Text } from '@mantine/core'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../../app/settings.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Setting, SettingGroup } from '../parts/Setting.tsx'
import { useChange } from '../parts/useChange.ts'
import { type CustomTask, TaskForm } from './TaskForm.tsx'

/** Tasks of a person's own: a name for menus, what the model is asked, and what becomes of the answer. */
export function TasksSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { custom } = useSettings().values.tasks
  const change = useChange()
  /** A place in the list, or one behind its end for a new one. */
  const [edited, setEdited] = useState<number>()
  const keep = async (task: CustomTask): Promise<void> => {
    const next = custom.toSpliced(edited ?? custom.length, 1, task)
    if (await change({ tasks: { custom: next } })) setEdited(undefined)
  }
  const remove = (place: number, name: string): void =>
    void change({ tasks: { custom: custom.toSpliced(place, 1) } }, t('tasks.removed', { name }))
  const form = (task: CustomTask | undefined, others: readonly CustomTask[]) => (
    <TaskForm
      task={task}
      taken={others.map((other) => other.name)}
      onKeep={(kept) => void keep(kept)}
      onLeave={() => setEdited(undefined)}
    />
  )
  return (
    <SettingGroup>
      <Text size="sm" c="dimmed" mb="xs">
        {t('tasks.text')}
      </Text>
      {custom.map((task, place) =>
        edited === place ? (
          <div key={task.name}>{form(task, custom.toSpliced(place, 1))}</div>
        ) : (
          <Setting key={task.name} label={task.name} text={task.prompt} keywords={t('sections.tasks')}>
            {() => (
              <Group gap={4} wrap="nowrap">
                <Text size="xs" c="dimmed" mr="xs">
                  {t(`tasks.results.${task.result}`)}
                </Text>
                <IconButton
                  icon={Pencil}
                  label={t('tasks.edit', { name: task.name })}
                  onClick={() => setEdited(place)}
                />
                <IconButton
                  icon={Trash2}
                  label={t('tasks.remove', { name: task.name })}
                  onClick={() => remove(place, task.name)}
                />
              </Group>
            )}
          </Setting>
        )
      )}
      {edited === custom.length ? (
        form(undefined, custom)
      ) : (
        <Setting label={t('tasks.new')} keywords={t('sections.tasks')}>
          {({ id }) => (
            <Stack>
              <Button
                id={id}
                variant="default"
                leftSection={<Plus size="1rem" aria-hidden />}
                onClick={() => setEdited(custom.length)}
              >
                {t('tasks.add')}
              </Button>
            </Stack>
          )}
        </Setting>
      )}
    </SettingGroup>
  )
}
