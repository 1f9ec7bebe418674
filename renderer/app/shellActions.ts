import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Given } from '../../preload/contract/contract.ts'
import { notify, undoLatest } from '../ui/notify.tsx'
import { type Action, useActions } from './actions.ts'
import { bridge, settled } from './bridge.ts'
import { copyText, deleteEntries, toggleStar } from './entryActions.ts'
import { takeIn } from './intake.ts'
import { languages } from './language.ts'
import { type OverlayName, useOverlays } from './overlays.ts'
import { usePanes } from './panes.ts'
import { focusPlace } from './places.ts'
import { useQueue } from './queue.ts'
import { changeOrTell, type SettingsPatch, useSettings } from './settings.ts'
import { useView } from './view.ts'

type Mode = Given<'capture', 'begin'>['mode']
type Format = Given<'library', 'export'>['format']

/** How languages call themselves. */
export const languageNames = { en: 'English', 'zh-CN': '简体中文' } as const

const modes: readonly Mode[] = ['read-region', 'ask-region', 'read-again', 'read-screen', 'read-window']
const formats: readonly Format[] = ['markdown', 'txt', 'jsonl', 'csv', 'zip', 'pdf']

/** Takes a picture of the screen. */
export async function capture(mode: Mode): Promise<void> {
  const result = await settled(bridge().capture.begin({ mode }))
  if (!result.ok) notify.problem(result.problem)
}

/** What can be done from everywhere in the window. */
export function useShellActions(): void {
  useActions([
    ...useIntakeActions(),
    ...useEntryActions(),
    ...useRoomActions(),
    ...useQueueActions(),
    ...useLooksActions()
  ])
}

function useIntakeActions(): Action[] {
  const { t } = useTranslation('palette')
  const show = useOverlays((overlays) => overlays.show)
  const add = (
    id: 'files' | 'folder' | 'address' | 'paste' | 'sample',
    more: Partial<Action>,
    run: () => void
  ): Action => ({
    id: `add.${id}`,
    group: 'add',
    label: t(`actions.${id}`),
    run,
    ...more
  })
  return [
    add('files', { shortcut: 'Mod+O', whileTyping: true }, () => void takeIn({ from: 'dialog', what: 'files' })),
    add(
      'folder',
      { shortcut: 'Mod+Shift+O', whileTyping: true },
      () => void takeIn({ from: 'dialog', what: 'folder' })
    ),
    add('address', { shortcut: 'Mod+L', whileTyping: true }, () => show('address')),
    add('paste', { shortcut: 'Mod+V', isHeardElsewhere: true }, () => void takeIn({ from: 'clipboard' })),
    add('sample', {}, () => void takeIn({ from: 'sample', name: 'receipt' })),
    ...modes.map(
      (mode): Action => ({
        id: `capture.${mode}`,
        group: 'capture',
        label: t(`actions.${mode}`),
        keywords: 'screenshot',
        run: () => void capture(mode)
      })
    )
  ]
}

function useEntryActions(): Action[] {
  const { t } = useTranslation('palette')
  const entry = useView((view) => (view.room === 'library' ? view.entry : undefined))
  const of = (id: 'star' | 'delete' | 'copy' | 'again', shortcut: string, run: (entry: number) => void): Action => ({
    id: `entry.${id}`,
    group: 'entry',
    label: t(`actions.${id}`),
    shortcut,
    isEnabled: entry !== undefined,
    run: () => {
      if (entry !== undefined) run(entry)
    }
  })
  return [
    of('copy', 'Mod+Shift+C', (id) => void copyText(id)),
    of('again', 'A', (id) => {
      useView.getState().askAgain(id)
      focusPlace('question')
    }),
    of('star', 'S', (id) => void toggleStar(id)),
    of('delete', 'Delete', (id) => void deleteEntries([id]))
  ]
}

function useRoomActions(): Action[] {
  const { t } = useTranslation('palette')
  const go = useView((view) => view.go)
  const show = useOverlays((overlays) => overlays.show)
  const room = (id: 'library' | 'batch' | 'settings' | 'diagnostics' | 'welcome', shortcut?: string): Action => ({
    id: `go.${id}`,
    group: 'go',
    label: t(`actions.${id}`),
    ...(shortcut === undefined ? {} : { shortcut, whileTyping: true }),
    run: () => go(id)
  })
  const overlay = (id: OverlayName & ('palette' | 'shortcuts'), shortcut: string, whileTyping: boolean): Action => ({
    id: `help.${id}`,
    group: 'help',
    label: t(`actions.${id}`),
    shortcut,
    whileTyping,
    run: () => show(id)
  })
  return [
    room('library', 'Mod+1'),
    room('batch', 'Mod+2'),
    room('settings', 'Mod+,'),
    room('diagnostics'),
    room('welcome'),
    {
      id: 'library.search',
      group: 'view',
      label: t('actions.search'),
      shortcut: ['Mod+F', '/'],
      run: () => {
        if (usePanes.getState().isLibraryHidden) usePanes.getState().toggleLibrary()
        go('library')
        focusPlace('search')
      }
    },
    {
      id: 'view.library',
      group: 'view',
      label: t('actions.hideLibrary'),
      shortcut: 'Mod+B',
      run: () => usePanes.getState().toggleLibrary()
    },
    overlay('palette', 'Mod+K', true),
    overlay('shortcuts', '?', false),
    {
      id: 'help.undo',
      group: 'help',
      label: t('actions.undo'),
      shortcut: 'Mod+Z',
      run: () => void undoLatest()
    },
    { id: 'help.update', group: 'help', label: t('actions.update'), run: () => void lookForUpdate() }
  ]
}

async function lookForUpdate(): Promise<void> {
  const result = await settled(bridge().app.update({ action: 'check' }))
  if (!result.ok) notify.problem(result.problem)
  else if (result.value.kind === 'current') notify.success(i18next.t('palette:current'))
  else if (result.value.kind === 'unsupported')
    notify.info({ message: i18next.t(`settings:desktop.why.${result.value.why}`) })
  else if (result.value.kind === 'failed') notify.problem(result.value.problem)
}

function useQueueActions(): Action[] {
  const { t } = useTranslation('palette')
  const isPaused = useQueue()?.paused ?? false
  const wish = async (kind: 'pause' | 'resume' | 'retry'): Promise<void> => {
    const which = kind === 'retry' ? { states: ['failed' as const] } : {}
    const result = await settled(bridge().jobs.change({ which, wish: { kind } }))
    if (!result.ok) return notify.problem(result.problem)
    if (kind === 'retry') notify.success(t('retried', { count: result.value.count }))
    else notify.success(t(kind === 'pause' ? 'paused' : 'resumed'))
  }
  const save = async (format: Format): Promise<void> => {
    const result = await settled(bridge().library.export({ format }))
    if (!result.ok) return notify.problem(result.problem)
    if (result.value.kind === 'saved') notify.success(t('exported', { name: result.value.name }))
  }
  return [
    {
      id: 'queue.pause',
      group: 'queue',
      label: isPaused ? t('actions.resume') : t('actions.pause'),
      run: () => void wish(isPaused ? 'resume' : 'pause')
    },
    { id: 'queue.retry', group: 'queue', label: t('actions.retry'), run: () => void wish('retry') },
    ...formats.map(
      (format): Action => ({
        id: `library.export.${format}`,
        group: 'queue',
        label: t('actions.export', { format: format.toUpperCase() }),
        run: () => void save(format)
      })
    )
  ]
}

function changeLooks(appearance: NonNullable<SettingsPatch['appearance']>): void {
  void changeOrTell({ appearance })
}

const smallest = 0.8
const largest = 1.6

function useLooksActions(): Action[] {
  const { t } = useTranslation('palette')
  const { appearance } = useSettings().values
  const scale = (by: number): void =>
    changeLooks({ textScale: Math.min(largest, Math.max(smallest, Math.round((appearance.textScale + by) * 10) / 10)) })
  const look = (id: 'contrast' | 'larger' | 'smaller', shortcut: string | undefined, run: () => void): Action => ({
    id: `appearance.${id}`,
    group: 'appearance',
    label: t(`actions.${id}`),
    ...(shortcut === undefined ? {} : { shortcut, whileTyping: true }),
    run
  })
  return [
    ...(['light', 'dark', 'system'] as const).map(
      (theme): Action => ({
        id: `appearance.${theme}`,
        group: 'appearance',
        label: t(`actions.${theme}`),
        run: () => changeLooks({ theme })
      })
    ),
    look('contrast', undefined, () => changeLooks({ contrast: appearance.contrast === 'high' ? 'normal' : 'high' })),
    look('larger', 'Mod+Alt+ArrowUp', () => scale(0.1)),
    look('smaller', 'Mod+Alt+ArrowDown', () => scale(-0.1)),
    ...languages.map(
      (language): Action => ({
        id: `appearance.language.${language}`,
        group: 'appearance',
        label: t('actions.language', { language: languageNames[language] }),
        run: () => changeLooks({ language })
      })
    )
  ]
}
