import { useTranslation } from 'react-i18next'
import { changeOrTell, type SettingsPatch, useKnownSettings } from '../../../app/settings.ts'
import { notify } from '../../../ui/notify.tsx'

/** Changes settings at once; a refusal is told. With `message` a toast offers to go back, for changes that could hurt. */
export function useChange(): (patch: SettingsPatch, message?: string) => Promise<boolean> {
  // Texts of toasts follow the language.
  useTranslation(['settings', 'common'])
  return async (patch, message) => {
    const former = formerOf(patch)
    const isChanged = await changeOrTell(patch)
    if (isChanged && message !== undefined) notify.undoable({ message, undo: () => changeOrTell(former) })
    return isChanged
  }
}

/** The values that a patch takes the place of. */
function formerOf(patch: SettingsPatch): SettingsPatch {
  const values: Record<string, Record<string, unknown>> = { ...useKnownSettings.getState().view?.values }
  const groups = Object.entries(patch).map(([group, names]) => [
    group,
    Object.fromEntries(Object.keys(names ?? {}).map((name) => [name, values[group]?.[name]]))
  ])
  return Object.fromEntries(groups)
}
