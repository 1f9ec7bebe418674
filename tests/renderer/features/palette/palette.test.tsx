// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Action, useActions } from '../../../../renderer/app/actions.ts'
import { useOverlays } from '../../../../renderer/app/overlays.ts'
import { Palette } from '../../../../renderer/features/palette/Palette.tsx'
import { Shortcuts } from '../../../../renderer/features/palette/Shortcuts.tsx'
import { show } from '../../window.tsx'

const star = vi.fn<() => void>()

const actions: Action[] = [
  { id: 'entry.star', group: 'entry', label: 'Star it', shortcut: 'S', run: star },
  {
    id: 'add.files',
    group: 'add',
    label: 'Add files',
    keywords: 'open',
    shortcut: ['Mod+O', 'O'],
    run: () => undefined
  },
  {
    id: 'entry.delete',
    group: 'entry',
    label: 'Delete it',
    shortcut: 'Delete',
    isEnabled: false,
    run: () => undefined
  },
  { id: 'go.batch', group: 'go', label: 'Batch', run: () => undefined }
]

function Window({ children }: { readonly children: React.ReactNode }) {
  useActions(actions)
  return children
}

/** The actions are registered when the page is there, and the palette opens afterwards. */
function Later({ children }: { readonly children: React.ReactNode }) {
  return useOverlays((overlays) => overlays.open) === undefined ? null : children
}

beforeEach(() => {
  star.mockClear()
  useOverlays.setState({ open: undefined })
})

async function openPalette() {
  const shown = await show(
    <Window>
      <Later>
        <Palette />
      </Later>
    </Window>
  )
  useOverlays.setState({ open: 'palette' })
  await screen.findByPlaceholderText('What do you want to do?')
  return shown
}

describe('the palette', () => {
  it('finds a command by its words and runs it by Enter', async () => {
    const { user } = await openPalette()
    await user.keyboard('star')
    await waitFor(() => expect(screen.queryByText('Add files')).toBeNull())
    await user.keyboard('{Enter}')
    expect(star).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(useOverlays.getState().open).toBeUndefined())
  })

  it('leaves out what cannot be done now', async () => {
    await openPalette()
    expect(screen.getByText('Batch')).toBeTruthy()
    expect(screen.queryByText('Delete it')).toBeNull()
  })

  it('says when there is no such command', async () => {
    const { user } = await openPalette()
    await user.keyboard('zzz')
    expect(await screen.findByText('No command is called that.')).toBeTruthy()
  })
})

describe('the shortcuts page', () => {
  it('lists every key that is heard, and the hotkeys of the system', async () => {
    await show(
      <Window>
        <Later>
          <Shortcuts />
        </Later>
      </Window>
    )
    useOverlays.setState({ open: 'shortcuts' })
    const rows = await screen.findAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      'Read a regionCtrlShift1',
      'Ask about a regionCtrlShift2',
      'Add filesCtrlOO',
      'Star itS',
      'Delete itDel'
    ])
  })
})
