import { create } from 'zustand'
import type { LayoutMode } from '../../../preload/contract/ask.ts'
import type { Api } from '../../../preload/contract/contract.ts'
import type { EntryView, TableFormat } from '../../../preload/contract/library.ts'
import type { Problem } from '../../../preload/contract/result.ts'
import { bridge, settled } from '../../app/bridge.ts'
import { useView } from '../../app/view.ts'
import { clearHighlight } from '../viewer/highlight.ts'
import { forgetStream } from './streams.ts'

/** The entry that viewer and result show together. */
export interface Shown {
  /** The last that was loaded; of the entry before while another one is being loaded. */
  readonly entry: EntryView | undefined
  /** Why the chosen entry could not be loaded. */
  readonly problem: Problem | undefined
  /** Chosen by the person for this entry; else the setting. */
  readonly layout: LayoutMode | undefined
  readonly table: TableFormat | undefined
}

export const useShown = create<Shown>()(() => ({
  entry: undefined,
  problem: undefined,
  layout: undefined,
  table: undefined
}))

/** Between two readings of the same entry, in milliseconds: a batch tells of many changes that are not about it. */
const pause = 1000

let followed: Api | undefined
let turn = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Loads the chosen entry, and again when it changes. */
export function followShown(): void {
  const api = bridge()
  if (followed === api) return
  if (followed === undefined) followView()
  followed = api
  void load()
  api.library.on((event) => {
    if (event.kind === 'changed') later()
  })
  api.jobs.on((event) => {
    if (event.kind !== 'changed') return
    const { entry } = useView.getState()
    if (event.ids === undefined) later()
    else if (entry !== undefined && event.ids.includes(entry)) void load()
  })
}

function followView(): void {
  useView.subscribe((view, former) => {
    if (view.entry !== former.entry) {
      useShown.setState({ layout: undefined, table: undefined })
      clearHighlight()
    }
    if (view.entry !== former.entry || view.words !== former.words) void load()
  })
}

/** Lays the text out otherwise. */
export function chooseLayout(layout: LayoutMode, table?: TableFormat): void {
  useShown.setState({ layout, table })
  void load()
}

/** Reads the chosen entry again. */
export async function load(): Promise<void> {
  const { entry: id, words } = useView.getState()
  clearTimeout(timer)
  timer = undefined
  turn += 1
  const mine = turn
  if (id === undefined) return useShown.setState({ entry: undefined, problem: undefined })
  const { layout, table } = useShown.getState()
  const result = await settled(
    bridge().library.entry({
      id,
      ...(layout === undefined ? {} : { layout }),
      ...(table === undefined ? {} : { table }),
      ...(words.trim() === '' ? {} : { words })
    })
  )
  if (mine !== turn) return
  if (!result.ok) return useShown.setState({ entry: undefined, problem: result.problem })
  if (!['running', 'queued', 'waiting'].includes(result.value.state)) forgetStream(id)
  useShown.setState(({ entry }) => ({ entry: keep(entry, result.value), problem: undefined }))
}

function later(): void {
  timer ??= setTimeout(() => void load(), pause)
}

/** What is still the same stays the same objects: measuring thousands of lines anew would be felt. */
function keep(former: EntryView | undefined, next: EntryView): EntryView {
  const isSame = former?.id === next.id && former.state === next.state && former.finished === next.finished
  if (!isSame || former.lines.length !== next.lines.length) return next
  const isFoundSame = JSON.stringify(former.found) === JSON.stringify(next.found)
  return {
    ...next,
    lines: former.lines,
    codes: former.codes,
    answer: former.answer,
    found: isFoundSame ? former.found : next.found
  }
}
