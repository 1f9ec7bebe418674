import i18next from 'i18next'
import { createElement, useEffect } from 'react'
import { create } from 'zustand'
import type { AppEvent } from '../../preload/contract/app.ts'
import { notify } from '../ui/notify.tsx'
import { Told } from '../ui/Told.tsx'
import { bridge } from './bridge.ts'
import { receive } from './intake.ts'
import { useView } from './view.ts'

interface System {
  readonly highContrast: boolean
}

/** What the system wishes of the looks, beyond what style sheets see. */
export const useSystem = create<System>()(() => ({ highContrast: matchMedia('(prefers-contrast: more)').matches }))

/** Does what main tells of. */
export function hear(event: AppEvent): void {
  const { go, show } = useView.getState()
  switch (event.kind) {
    case 'go':
      if (event.entry === undefined) go(event.room)
      else show(event.entry)
      return
    case 'taken':
      receive({ ok: true, value: event.items })
      return
    case 'notice': {
      const { entry } = event.problem
      const told = {
        message: createElement(Told, { telling: event.problem }),
        open: entry === undefined ? undefined : { label: i18next.t('open'), run: () => show(entry) }
      }
      if (event.level === 'info') notify.info(told)
      else notify.warning(told)
      return
    }
    case 'theme':
      useSystem.setState({ highContrast: event.highContrast })
      return
    case 'update':
      if (event.state.kind !== 'ready') return
      notify.info({
        message: i18next.t('update.ready', { version: event.state.version }),
        open: { label: i18next.t('update.install'), run: () => void bridge().app.update({ action: 'install' }) }
      })
  }
}

export function useAppEvents(): void {
  useEffect(() => bridge().app.on(hear), [])
}
