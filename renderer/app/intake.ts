import i18next from 'i18next'
import { createElement, useEffect, useState } from 'react'
import type { Taken } from '../../preload/contract/app.ts'
import type { Given } from '../../preload/contract/contract.ts'
import type { Result } from '../../preload/contract/result.ts'
import { notify } from '../ui/notify.tsx'
import { Told } from '../ui/Told.tsx'
import { bridge, settled } from './bridge.ts'
import { isTyping } from './keys.ts'
import { useView } from './view.ts'

/** Takes pictures in by main and opens the composer with them. */
export async function takeIn(from: Given<'app', 'take'>): Promise<void> {
  receive(await settled(bridge().app.take(from)))
}

/** What was taken in goes to the composer, behind what waits there; what was not is told. */
export function receive(result: Result<readonly Taken[]>): void {
  if (!result.ok) {
    notify.problem(result.problem)
    return
  }
  const refused = result.value.filter((item) => item.kind === 'refused')
  const taken = result.value.filter((item) => item.kind !== 'refused')
  const [first] = refused
  if (first !== undefined) {
    const title = i18next.t('refused', { count: refused.length, name: first.name })
    notify.warning({ title, message: createElement(Told, { telling: first.problem }) })
  }
  if (taken.length > 0) useView.getState().compose([...useView.getState().subjects, ...taken])
}

/** Whether a drag brings something that could be read. */
function bringsSomething(transfer: DataTransfer | null): boolean {
  const types: readonly string[] = transfer?.types ?? []
  return types.includes('Files') || types.includes('text/uri-list')
}

function drop(transfer: DataTransfer): void {
  // The browser's own objects: only they have a path that the bridge can tell main.
  const files = Array.from(transfer.files)
  const [address = ''] = transfer
    .getData('text/uri-list')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
  if (files.length > 0) void settled(bridge().app.drop(files)).then(receive)
  else if (address !== '') void takeIn({ from: 'address', url: address })
}

/** Drops anywhere on the window. True while something is dragged over it. */
export function useDrop(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!bringsSomething(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    // Leaving the window has no element to go to; leaving an element for another has.
    const left = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const dropped = (event: DragEvent): void => {
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer !== null) drop(event.dataTransfer)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', dropped)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('drop', dropped)
    }
  }, [])
  return isOver
}

/** Pastes anywhere: a picture, files, an address. Text that is pasted into a field is the field's. */
export function usePaste(): void {
  useEffect(() => {
    const pasted = (event: ClipboardEvent): void => {
      const types: readonly string[] = event.clipboardData?.types ?? []
      const bringsFiles = types.includes('Files')
      if (isTyping(event.target) && (!bringsFiles || types.includes('text/plain'))) return
      if (types.length === 0) return
      event.preventDefault()
      void takeIn({ from: 'clipboard' })
    }
    window.addEventListener('paste', pasted)
    return () => window.removeEventListener('paste', pasted)
  }, [])
}
