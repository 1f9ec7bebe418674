import type { CaptureEvent as PageEvent } from '../../../preload/contract/capture.ts'
import type { Caller, Handlers, Parsed } from '../../../preload/contract/contract.ts'
import type { CaptureEvent, RegionQuestion } from '../../capture/flow/event.ts'
import { assertNever, Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import type { Hotkeys } from './hotkeys.ts'
import type { Overlays } from './overlays.ts'
import type { Panels } from './panels.ts'
import type { Shell } from './shell.ts'

export interface CaptureHandlerPorts {
  readonly shell: Pick<Shell, 'begin' | 'tell'>
  readonly overlays: Pick<Overlays, 'displayOf' | 'sceneOf'>
  readonly panels: Pick<Panels, 'sceneOf' | 'pictureOf' | 'close'>
  readonly hotkeys: Pick<Hotkeys, 'suspend'>
  readonly ask: (picture: Uint8Array, question: RegionQuestion, tell: (event: PageEvent) => void) => void
  readonly send: (contents: number, event: PageEvent) => void
  /** Shows an entry in the main window. */
  readonly openEntry: (entry: number) => void
}

type Act = Parsed<'capture', 'act'>

/** What pages can ask of captures: overlays act on theirs, panels on their picture, the main window begins one. */
export function createCaptureHandlers(ports: CaptureHandlerPorts): Handlers['capture'] {
  const { shell, overlays, panels } = ports
  return {
    begin: ({ mode }) => {
      shell.begin(mode)
      return null
    },
    scene: (_nothing, { contents }) => overlays.sceneOf(contents) ?? panels.sceneOf(contents) ?? null,
    act: (act, caller) => {
      if (act.kind === 'open') ports.openEntry(act.entry)
      else if (act.kind === 'suspend-hotkeys') ports.hotkeys.suspend(act.suspended)
      else if (overlays.displayOf(caller.contents) === undefined) actOnPanel(act, caller, ports)
      else actOnOverlay(act, caller, ports)
      return null
    }
  }
}

function actOnOverlay(act: Act, { contents }: Caller, { shell, overlays }: CaptureHandlerPorts): void {
  const display = overlays.displayOf(contents)
  const scene = overlays.sceneOf(contents)
  // One that is not open any more has sent it before it knew.
  if (display === undefined || scene === undefined) return
  if (act.kind === 'painted' && act.frame !== scene.frame) return
  const event = eventOf(act, display)
  if (event !== undefined) shell.tell(event)
}

function eventOf(act: Act, display: number): CaptureEvent | undefined {
  switch (act.kind) {
    case 'painted':
      return { kind: 'painted', display }
    case 'press':
    case 'drag':
    case 'release':
    case 'hover':
      return { kind: 'selection', event: { kind: act.kind, display, point: act.point } }
    case 'move':
    case 'resize':
      return { kind: 'selection', event: act }
    case 'next-window':
    case 'next-display':
    case 'whole-display':
      return { kind: 'selection', event: { kind: act.kind } }
    case 'last-region':
    case 'confirm':
    case 'escape':
      return { kind: act.kind }
    case 'bar':
      if (act.action === 'copy' || act.action === 'pin') return { kind: act.action }
      return { kind: 'ask', question: questionOf(act.action, act.question) }
    case 'open':
    case 'suspend-hotkeys':
      return undefined
    default:
      return assertNever(act, 'an act of no known kind')
  }
}

function actOnPanel(act: Act, { contents }: Caller, { panels, ask, send }: CaptureHandlerPorts): void {
  const picture = panels.pictureOf(contents)
  if (picture === undefined) return
  if (act.kind === 'escape') panels.close(contents)
  if (act.kind !== 'bar' || act.action === 'copy' || act.action === 'pin') return
  ask(picture, questionOf(act.action, act.question), (event) => send(contents, event))
}

function questionOf(action: RegionQuestion['action'], question: string | undefined): RegionQuestion {
  if (action === 'ask' && question === undefined) {
    throw new Failure('usage', 'There is no question.', {
      advice: 'Write one, or choose Describe.',
      saying: saying('ask.no-question')
    })
  }
  return { action, question: action === 'ask' ? question : undefined }
}
