import { Button, Chip, Fieldset, Group, Indicator, Popover, Stack, TextInput } from '@mantine/core'
import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filters } from '../../../preload/contract/library.ts'
import { sources } from '../../../preload/contract/lists.ts'
import { useView } from '../../app/view.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import {
  activeKinds,
  type Days,
  daysOf,
  lastDays,
  type StateFilter,
  statesOf,
  withDays,
  withFlag,
  withSources,
  withStates,
  withTasks
} from './filters.ts'
import classes from './LibraryPane.module.css'
import { namedTasks } from './tasks.ts'
import { useNow } from './useNow.ts'

const legend = { legend: classes['legend'] ?? '' }

/** What the list shows only, in a box of its own. */
export function FilterMenu() {
  const { t } = useTranslation('library')
  const [isOpen, setOpen] = useState(false)
  const filters = useView((view) => view.filters)
  const count = activeKinds(filters).length
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width="20rem"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Indicator disabled={count === 0} label={count} size={16} color="lens" offset={4}>
        <Popover.Target>
          <IconButton
            icon={ListFilter}
            label={count === 0 ? t('filters.open') : t('filters.active', { count })}
            isPressed={count > 0}
            onClick={() => setOpen(!isOpen)}
          />
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t('filters.title')}>
        <FilterForm filters={filters} />
      </Popover.Dropdown>
    </Popover>
  )
}

function FilterForm({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation('library')
  const search = useView((view) => view.search)
  const set = (next: Filters): void => search(useView.getState().words, next)
  return (
    <Stack gap="md">
      <Fieldset legend={t('filters.task')} variant="unstyled" classNames={legend}>
        <Chip.Group multiple value={filters.tasks ?? []} onChange={(tasks: string[]) => set(withTasks(filters, tasks))}>
          <Group gap={6}>
            {namedTasks.map((task) => (
              <Chip key={task} value={task} size="xs">
                {t(`tasks.${task}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Fieldset>
      <Fieldset legend={t('filters.source')} variant="unstyled" classNames={legend}>
        <Chip.Group
          multiple
          value={filters.sources ?? []}
          onChange={(chosen: string[]) =>
            set(
              withSources(
                filters,
                sources.filter((source) => chosen.includes(source))
              )
            )
          }
        >
          <Group gap={6}>
            {sources.map((source) => (
              <Chip key={source} value={source} size="xs">
                {t(`sources.${source}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Fieldset>
      <DayFields days={daysOf(filters)} set={(days) => set(withDays(filters, days))} />
      <MoreFields filters={filters} set={set} />
      <Button variant="default" size="xs" disabled={activeKinds(filters).length === 0} onClick={() => set({})}>
        {t('filters.clear')}
      </Button>
    </Stack>
  )
}

const spans = { today: 1, week: 7, month: 30 } as const

function DayFields({ days, set }: { readonly days: Days; readonly set: (days: Days) => void }) {
  const { t } = useTranslation('library')
  const now = useNow()
  return (
    <Fieldset legend={t('filters.time')} variant="unstyled" classNames={legend}>
      <Group gap={6} mb="xs">
        {(['today', 'week', 'month'] as const).map((name) => {
          const span = lastDays(spans[name], now)
          const isChosen = days.first === span.first && days.last === span.last
          return (
            <Chip
              key={name}
              size="xs"
              checked={isChosen}
              onChange={() => set(isChosen ? { first: '', last: '' } : span)}
            >
              {t(`filters.${name}`)}
            </Chip>
          )
        })}
      </Group>
      <Group gap="xs" grow>
        <TextInput
          type="date"
          size="xs"
          label={t('filters.from')}
          value={days.first}
          {...(days.last === '' ? {} : { max: days.last })}
          onChange={(event) => set({ ...days, first: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          size="xs"
          label={t('filters.to')}
          value={days.last}
          {...(days.first === '' ? {} : { min: days.first })}
          onChange={(event) => set({ ...days, last: event.currentTarget.value })}
        />
      </Group>
    </Fieldset>
  )
}

function MoreFields({ filters, set }: { readonly filters: Filters; readonly set: (filters: Filters) => void }) {
  const { t } = useTranslation('library')
  const states = statesOf(filters)
  const toggle = (name: StateFilter): void =>
    set(withStates(filters, states.includes(name) ? states.filter((one) => one !== name) : [...states, name]))
  return (
    <Fieldset legend={t('filters.more')} variant="unstyled" classNames={legend}>
      <Group gap={6}>
        {(['starred', 'boxes'] as const).map((name) => (
          <Chip
            key={name}
            size="xs"
            checked={filters[name] === true}
            onChange={(isOn) => set(withFlag(filters, name, isOn))}
          >
            {t(`filters.${name}`)}
          </Chip>
        ))}
        <Chip size="xs" checked={states.includes('failed')} onChange={() => toggle('failed')}>
          {t('filters.failed')}
        </Chip>
        <Chip size="xs" checked={states.includes('open')} onChange={() => toggle('open')}>
          {t('filters.waiting')}
        </Chip>
      </Group>
    </Fieldset>
  )
}
