// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { receive, takeIn, useDrop, usePaste } from '../../../renderer/app/intake.ts'
import { useView } from '../../../renderer/app/view.ts'
import { bad, good, samplePicture } from '../fake-bridge.ts'
import { show, startWindow } from '../window.tsx'

const subjects = () => useView.getState().subjects.map((item) => item.name)

beforeEach(() => useView.setState({ subjects: [], entry: undefined, room: 'settings' }))

describe('receive', () => {
  it('opens the composer in the library, and adds to what waits there', async () => {
    await startWindow()
    receive(good([samplePicture(0)]))
    receive(good([samplePicture(1)]))
    expect(subjects()).toEqual(['receipt.png', 'chart.png'])
    expect(useView.getState().room).toBe('library')
  })

  it('tells of what was refused and takes the rest', async () => {
    await show(null)
    const problem = { code: 'picture-format', message: 'This is not a picture.', advice: 'Save it as PNG.' } as const
    act(() => receive(good([{ kind: 'refused', name: 'notes.doc', problem }, samplePicture(2)])))
    expect(subjects()).toEqual(['orders.png'])
    expect(await screen.findByText('notes.doc was not taken in')).toBeTruthy()
    expect(screen.getByText(/This is not a picture. Save it as PNG./)).toBeTruthy()
  })

  it('says nothing of a dialog that was closed', async () => {
    const { fake } = await show(null)
    fake.answer('app.take', () => bad({ code: 'cancelled', message: 'Cancelled.' }))
    await act(() => takeIn({ from: 'dialog', what: 'files' }))
    expect(screen.queryByText(/Cancelled/)).toBeNull()
    expect(subjects()).toEqual([])
  })
})

function Window() {
  const isOver = useDrop()
  usePaste()
  return (
    <>
      <p>{isOver ? 'over' : 'away'}</p>
      <input aria-label="field" />
    </>
  )
}

const transfer = (files: readonly File[], data: Record<string, string> = {}) => ({
  types: [...(files.length > 0 ? ['Files'] : []), ...Object.keys(data)],
  files,
  getData: (type: string) => data[type] ?? ''
})

/** Happy-dom's drag events do not know where the pointer goes. */
function leaveFor(relatedTarget: Element | null): void {
  fireEvent(document.body, Object.assign(new Event('dragleave', { bubbles: true }), { relatedTarget }))
}

describe('dropping', () => {
  it('hands the browser’s own files to the bridge', async () => {
    const { fake } = await show(<Window />)
    const file = new File(['x'], 'a.png')
    fireEvent.dragOver(document.body, { dataTransfer: transfer([file]) })
    expect(screen.getByText('over')).toBeTruthy()
    fireEvent.drop(document.body, { dataTransfer: transfer([file]) })
    expect(screen.getByText('away')).toBeTruthy()
    await expect.poll(subjects).toEqual(['receipt.png'])
    expect(fake.calls.find(({ channel }) => channel === 'app.drop')?.argument).toEqual([file])
  })

  it('takes the address of a picture that is dragged out of a page, comments aside', async () => {
    const { fake } = await show(<Window />)
    const dataTransfer = transfer([], { 'text/uri-list': '# a picture\r\nhttps://example.org/a.png' })
    fireEvent.drop(document.body, { dataTransfer })
    await expect.poll(subjects).toHaveLength(1)
    expect(fake.calls.find(({ channel }) => channel === 'app.take')?.argument).toEqual({
      from: 'address',
      url: 'https://example.org/a.png'
    })
  })

  it('does not mind text that is dragged inside of the window', async () => {
    await show(<Window />)
    fireEvent.dragOver(document.body, { dataTransfer: transfer([], { 'text/plain': 'words' }) })
    expect(screen.getByText('away')).toBeTruthy()
  })

  it('forgets what is dragged away', async () => {
    await show(<Window />)
    fireEvent.dragOver(document.body, { dataTransfer: transfer([new File([], 'a.png')]) })
    leaveFor(screen.getByLabelText('field'))
    expect(screen.getByText('over')).toBeTruthy()
    leaveFor(null)
    expect(screen.getByText('away')).toBeTruthy()
  })
})

describe('pasting', () => {
  it.each([
    ['a picture, anywhere', 'body', ['Files'], 1],
    ['an address, anywhere', 'body', ['text/plain'], 1],
    ['nothing', 'body', [], 0],
    ['a picture over a field', 'field', ['Files'], 1],
    ['text into a field', 'field', ['text/plain'], 0],
    // A table of a spreadsheet brings a picture of itself along.
    ['text that has a picture too into a field', 'field', ['text/plain', 'Files'], 0]
  ])('%s', async (_, place, types, expected) => {
    const { fake } = await show(<Window />)
    const target = place === 'field' ? screen.getByLabelText('field') : document.body
    fireEvent.paste(target, { clipboardData: { types } })
    expect(fake.calls.filter(({ channel }) => channel === 'app.take')).toHaveLength(expected)
    await expect.poll(subjects).toHaveLength(expected)
  })
})
