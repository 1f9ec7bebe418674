import { create } from 'zustand'
import type { Problem } from '../../../../preload/contract/result.ts'
import { bridge, settled } from '../../../app/bridge.ts'
import { useView } from '../../../app/view.ts'
import { forgetFollow, reloadEntry } from '../../entry/index.ts'

/** Further questions that are on their way, and why the last one failed, by entry. */
export interface Following {
  readonly pending: Readonly<Record<number, string>>
  readonly problems: Readonly<Record<number, Problem>>
}

export const useFollowing = create<Following>()(() => ({ pending: {}, problems: {} }))

/** Where the draft of a further question is kept. */
export function followDraft(entry: number): string {
  return `follow:${entry}`
}

/** Asks further. The question stays a draft until there is an answer: what fails or is cancelled can be sent again. */
export async function askFurther(entry: number, question: string): Promise<void> {
  if (entry in useFollowing.getState().pending) return
  useView.getState().draft(followDraft(entry), question)
  useFollowing.setState(({ pending, problems }) => ({
    pending: { ...pending, [entry]: question },
    problems: without(problems, entry)
  }))
  const result = await settled(bridge().vision.follow({ action: 'ask', entry, question }))
  // The turn has to be there before what was streamed goes.
  if (result.ok && result.value !== null) {
    useView.getState().draft(followDraft(entry), '')
    if (useView.getState().entry === entry) await reloadEntry()
  }
  useFollowing.setState(({ pending, problems }) => ({
    pending: without(pending, entry),
    problems: result.ok || result.problem.code === 'cancelled' ? problems : { ...problems, [entry]: result.problem }
  }))
  forgetFollow(entry)
}

export async function cancelFurther(entry: number): Promise<void> {
  await settled(bridge().vision.follow({ action: 'cancel', entry }))
}

function without<T>(record: Readonly<Record<number, T>>, id: number): Readonly<Record<number, T>> {
  const { [id]: _gone, ...others } = record
  return others
}
