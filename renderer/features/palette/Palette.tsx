import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, actionGroups, allActions, shortcutsOf } from '../../app/actions.ts'
import { useOverlays } from '../../app/overlays.ts'
import { Shortcut } from '../../ui/Shortcut.tsx'

/** All commands, found by typing. What cannot be done now is left out. */
export function Palette() {
  const { t } = useTranslation('palette')
  const close = useOverlays((overlays) => overlays.close)
  const [actions] = useState(allActions)
  useEffect(() => spotlight.open(), [])
  const groups: SpotlightActionGroupData[] = actionGroups
    .map((group) => ({
      group: t(`groups.${group}`),
      actions: actions.filter((action) => action.group === group && action.isEnabled !== false).map(shown)
    }))
    .filter((group) => group.actions.length > 0)
  return (
    <Spotlight
      actions={groups}
      nothingFound={t('nothing')}
      shortcut={null}
      scrollable
      maxHeight="24rem"
      highlightQuery
      attributes={{ content: { 'aria-label': t('title'), 'aria-labelledby': undefined } }}
      onSpotlightClose={() => close('palette')}
      searchProps={{
        placeholder: t('search'),
        'aria-label': t('search'),
        leftSection: <Search size="1.125rem" aria-hidden />
      }}
    />
  )
}

function shown(action: Action): SpotlightActionGroupData['actions'][number] {
  const [keys] = shortcutsOf(action)
  return {
    id: action.id,
    label: action.label,
    ...(action.keywords === undefined ? {} : { keywords: action.keywords }),
    ...(keys === undefined ? {} : { rightSection: <Shortcut keys={keys} /> }),
    onClick: action.run
  }
}
