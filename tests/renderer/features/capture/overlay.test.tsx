// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OverlayScene } from '../../../../preload/contract/capture.ts'
import { OverlayPage } from '../../../../renderer/features/capture/overlay/Overlay.tsx'
import { captureBridge, overlayScene } from './stage.ts'

const region = { x: 100, y: 60, width: 640, height: 480 }
const framed = { kind: 'framed', display: 1, rect: region } as const

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => setTimeout(() => run(0), 0))
  // Pictures are not decoded here; capturing the pointer is the browser's.
  Object.assign(HTMLImageElement.prototype, { decode: async () => undefined })
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => undefined })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function overlay(change: Partial<OverlayScene> = {}) {
  const bridge = captureBridge({ ...overlayScene, ...change })
  render(<OverlayPage />)
  await screen.findByRole('application')
  const tell: typeof bridge.tell = (event) => act(() => bridge.tell(event))
  tell({ kind: 'revealed', focused: true })
  return { ...bridge, tell }
}

/** The acts but for those that the page does by itself. */
const byHand = (acts: readonly unknown[]) => acts.filter((one) => !JSON.stringify(one).includes('painted'))

/** The region stands, and the bar is beside it. */
async function bar(mode: 'read-region' | 'ask-region' = 'read-region') {
  const bridge = await overlay({ mode, hasBar: true, selection: framed })
  bridge.tell({ kind: 'bar' })
  return bridge
}

describe('the frozen screen', () => {
  it('is told to be painted, by its own address', async () => {
    const { acts } = await overlay()
    await vi.waitFor(() => expect(acts).toContainEqual({ kind: 'painted', frame: overlayScene.frame }))
    expect(acts).toHaveLength(1)
  })

  it('stands in DIP, so that one of its pixels is one of the display', async () => {
    await overlay()
    const { style } = screen.getByAltText('The screen as it was when you pressed the hotkey')
    expect([style.width, style.height]).toEqual(['1280px', '800px'])
  })

  it('is not there before the capture, nor after', async () => {
    const bridge = captureBridge(null)
    const { container } = render(<OverlayPage />)
    await act(async () => {})
    expect(container.innerHTML).toBe('')
    await act(async () => bridge.show(overlayScene))
    await screen.findByRole('application')
    act(() => bridge.tell({ kind: 'closed' }))
    expect(container.innerHTML).toBe('')
  })
})

describe('by keys alone', () => {
  it('a region is framed, resized and taken', async () => {
    const { acts } = await overlay()
    await userEvent.keyboard(
      '{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Alt>}{ArrowLeft}{/Alt}{Control>}{ArrowUp}{/Control}'
    )
    await userEvent.keyboard('{Tab}fl{Enter}')
    expect(byHand(acts)).toEqual([
      { kind: 'move', direction: 'right', stride: 1 },
      { kind: 'move', direction: 'down', stride: 10 },
      { kind: 'resize', direction: 'left', stride: 1 },
      { kind: 'move', direction: 'up', stride: 'edge' },
      { kind: 'next-window' },
      { kind: 'whole-display' },
      { kind: 'last-region' },
      { kind: 'confirm' }
    ])
  })

  it('the key for windows is shown as soon as it is known where they are', async () => {
    const { tell } = await overlay()
    expect(screen.queryByText('Tab')).toBeNull()
    tell({ kind: 'windows' })
    expect(screen.getByText('Tab').parentElement?.textContent).toBe('Tab window')
  })

  it('size and place are spoken, once the region rests', async () => {
    const { tell } = await overlay()
    tell({ kind: 'draw', selection: framed })
    await vi.waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('640 by 480 pixels, 100 from the left, 60 from the top.')
    )
  })

  it.each<[string, OverlayScene['selection'], string]>([
    ['nothing', { kind: 'none', display: 1, hovered: undefined }, 'Nothing is framed'],
    ['a window', { kind: 'none', display: 1, hovered: region }, 'A window of 640 by 480'],
    ['another screen', { kind: 'framed', display: 2, rect: region }, 'on another screen']
  ])('%s is spoken as well', async (_name, selection, words) => {
    const { tell } = await overlay()
    tell({ kind: 'draw', selection })
    await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain(words))
  })

  it('is spoken in Chinese', async () => {
    await overlay({ language: 'zh-CN', selection: framed })
    await vi.waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('宽 640、高 480 像素，距左 100、距上 60。')
    )
    expect(document.documentElement.lang).toBe('zh-CN')
  })

  it('keys of an input method are its own', async () => {
    const { acts } = await overlay()
    fireEvent.keyDown(window, { key: 'Enter', isComposing: true })
    expect(byHand(acts)).toEqual([])
  })
})

describe('by the pointer', () => {
  it('a drag is told from press to release, the last place before the release', async () => {
    const { acts } = await overlay()
    fireEvent.pointerDown(window, { button: 0, clientX: 10, clientY: 20 })
    fireEvent.pointerMove(window, { clientX: 30, clientY: 40 })
    fireEvent.pointerMove(window, { clientX: 50, clientY: 60 })
    fireEvent.pointerUp(window, { clientX: 50, clientY: 60 })
    expect(byHand(acts)).toEqual([
      { kind: 'press', point: { x: 10, y: 20 } },
      { kind: 'drag', point: { x: 50, y: 60 } },
      { kind: 'release', point: { x: 50, y: 60 } }
    ])
  })

  it('another button calls it off', async () => {
    const { acts } = await overlay()
    fireEvent.pointerDown(window, { button: 2, clientX: 10, clientY: 20 })
    expect(byHand(acts)).toEqual([{ kind: 'escape' }])
  })

  it('a press is heard as soon as it can be made: the overlay may be seen before its page knows', async () => {
    const { acts } = captureBridge(overlayScene)
    render(<OverlayPage />)
    await screen.findByRole('application')
    fireEvent.pointerDown(window, { button: 0, clientX: 10, clientY: 20 })
    expect(byHand(acts)).toEqual([{ kind: 'press', point: { x: 10, y: 20 } }])
  })
})

describe('the bar', () => {
  it('begins at copying, and does what its buttons say', async () => {
    const { acts } = await bar()
    expect(document.activeElement?.textContent).toBe('Copy text')
    await userEvent.keyboard('{Enter}')
    await userEvent.click(screen.getByRole('button', { name: 'Pin' }))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(byHand(acts)).toEqual([{ kind: 'bar', action: 'copy' }, { kind: 'bar', action: 'pin' }, { kind: 'escape' }])
  })

  it('is reached by Tab, and arrows move nothing any more', async () => {
    const { acts } = await bar()
    await userEvent.tab()
    expect(document.activeElement?.textContent).toBe('Ask')
    await userEvent.keyboard('{ArrowLeft}')
    expect(byHand(acts)).toEqual([])
  })

  it('has the box open when a question was wanted; Enter sends it', async () => {
    const { acts } = await bar('ask-region')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Your question' }))
    await userEvent.keyboard('  What is it? {Enter}')
    expect(byHand(acts)).toEqual([{ kind: 'bar', action: 'ask', question: 'What is it?' }])
    expect(screen.getByText('Waiting for the answer…')).toBeDefined()
  })

  it('shows the answer as it grows, and where it is kept', async () => {
    const { acts, tell } = await bar('ask-region')
    await userEvent.keyboard('What?{Enter}')
    tell({ kind: 'answer', entry: 7, delta: 'A **tea' })
    expect(screen.getByText('A **tea')).toBeDefined()
    tell({ kind: 'again', entry: 7 })
    expect(screen.queryByText('A **tea')).toBeNull()
    tell({ kind: 'answered', entry: 7, text: 'A **tea** house.\n\n<b>raw</b> ![x](https://example.org/a.png)' })
    expect((await screen.findByText('tea')).tagName).toBe('STRONG')
    expect(document.querySelector('.answer b, .answer img')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Open in library' }))
    expect(byHand(acts).at(-1)).toEqual({ kind: 'open', entry: 7 })
  })

  it('keeps the question when it could not be answered, and says what to do', async () => {
    const { tell } = await bar('ask-region')
    await userEvent.keyboard('What?{Enter}')
    tell({
      kind: 'problem',
      problem: { code: 'vision-key-missing', message: 'There is no key.', advice: 'Add one in the settings.' }
    })
    expect(await screen.findByText('Add one in the settings.')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toBe('There is no key.Add one in the settings.')
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'What?')
  })

  it('goes when the region is framed anew, which a press beside it begins', async () => {
    const { acts, tell } = await bar()
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Ask' }), { button: 0, clientX: 400, clientY: 700 })
    expect(byHand(acts)).toEqual([])
    fireEvent.pointerDown(window, { button: 0, clientX: 10, clientY: 20 })
    expect(byHand(acts)).toEqual([{ kind: 'press', point: { x: 10, y: 20 } }])
    tell({ kind: 'draw', selection: { kind: 'dragging', display: 1, anchor: { x: 20, y: 40 }, rect: region } })
    expect(screen.queryByRole('toolbar')).toBeNull()
  })
})
