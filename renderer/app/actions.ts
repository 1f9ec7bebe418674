import { useEffect, useRef } from 'react'
import { isTyping, type KeyStroke, matches, parseShortcut } from './keys.ts'

export const actionGroups = ['add', 'capture', 'entry', 'view', 'go', 'queue', 'appearance', 'help'] as const
export type ActionGroup = (typeof actionGroups)[number]

/** One thing that a person can do from the palette, by a key, and as the shortcuts page lists it. */
export interface Action {
  /** Of all actions with one id the one registered last counts: a room knows better than the shell. */
  readonly id: string
  readonly group: ActionGroup
  /** In the chosen language. */
  readonly label: string
  /** Further words to find it by. */
  readonly keywords?: string
  /** Such as `Mod+K`; see `parseShortcut`. */
  readonly shortcut?: string | readonly string[]
  /** The keys are heard by something else already; here they are only shown. */
  readonly isHeardElsewhere?: boolean
  /** Also while a field has the focus: for combinations that write nothing. */
  readonly whileTyping?: boolean
  /** Default: it can be done. */
  readonly isEnabled?: boolean
  readonly run: () => void
}

type Registration = { current: readonly Action[] }

const registrations = new Set<Registration>()

/** Offers actions while the component is shown. */
export function useActions(actions: readonly Action[]): void {
  const registration = useRef(actions)
  useEffect(() => {
    registration.current = actions
  })
  useEffect(() => {
    registrations.add(registration)
    return () => void registrations.delete(registration)
  }, [])
}

/** All actions of now, in the order of their groups. */
export function allActions(): Action[] {
  const byId = new Map<string, Action>()
  for (const { current } of registrations) for (const action of current) byId.set(action.id, action)
  return Array.from(byId.values()).toSorted(
    (one, other) => actionGroups.indexOf(one.group) - actionGroups.indexOf(other.group)
  )
}

/** Its shortcuts, none or more. */
export function shortcutsOf({ shortcut = [] }: Action): readonly string[] {
  return typeof shortcut === 'string' ? [shortcut] : shortcut
}

/** What a stroke of keys means, if anything. Pure: the page's state comes in. */
export function actionFor(
  stroke: KeyStroke,
  actions: readonly Action[],
  page: { readonly isMac: boolean; readonly isTyping: boolean; readonly isDialogOpen: boolean }
): Action | undefined {
  const free = !page.isTyping && !page.isDialogOpen
  return actions.find(
    (action) =>
      action.isEnabled !== false &&
      action.isHeardElsewhere !== true &&
      (free || action.whileTyping === true) &&
      shortcutsOf(action).some((text) => matches(parseShortcut(text), stroke, page.isMac))
  )
}

/** Runs actions by their keys wherever the focus is. Whoever has used a stroke already keeps it. */
export function useActionKeys(isMac: boolean): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const isDialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
      const action = actionFor(event, allActions(), { isMac, isTyping: isTyping(event.target), isDialogOpen })
      if (action === undefined) return
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [isMac])
}
