// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Taken } from '../../../../preload/contract/app.ts'
import { useView } from '../../../../renderer/app/view.ts'
import { useComposing } from '../../../../renderer/features/composer/composing.ts'
import { askAbout, Composer } from '../../../../renderer/features/composer/index.ts'
import { firstWish, useWish } from '../../../../renderer/features/composer/wish.ts'
import { bad, type FakeBridge, good, samplePicture } from '../../fake-bridge.ts'
import { show } from '../../window.tsx'

beforeEach(() => {
  useView.setState({ room: 'library', entry: undefined, subjects: [], again: undefined, drafts: {}, words: '' })
  useWish.setState({ wish: firstWish })
  useComposing.setState({ asking: new Set(), lookedAt: 0 })
})

const callsOf = (fake: FakeBridge, channel: string) =>
  fake.calls.filter((call) => call.channel === channel).map(({ argument }) => argument)
const tokens = [samplePicture(0), samplePicture(1)].map((taken) => ({ token: 'token' in taken ? taken.token : '' }))
const question = () => screen.getByRole('textbox', { name: 'Question' })
const document: Taken = { kind: 'document', token: 'd'.repeat(32), name: 'report.pdf', pages: 14 }

describe('one dropped picture', () => {
  test('is read on this machine at once, without a choice, and shown', async () => {
    useView.getState().compose([samplePicture(0)])
    const { fake } = await show(<Composer />)
    await waitFor(() => expect(useView.getState().entry).toBe(61))
    expect(callsOf(fake, 'jobs.add')).toEqual([{ subjects: [tokens[0]], ask: { task: 'read', engine: 'device' } }])
    expect(useView.getState().subjects).toEqual([])
    expect(callsOf(fake, 'jobs.preview')).toEqual([])
  })

  test('that was read before is shown as it is', async () => {
    const { fake } = await show(<Composer />)
    fake.answer('jobs.add', () => good({ entries: [], known: [12] }))
    act(() => useView.getState().compose([samplePicture(0)]))
    await waitFor(() => expect(useView.getState().entry).toBe(12))
  })

  test('that cannot be read says why, and stays where something else can be done with it', async () => {
    const { fake } = await show(<Composer />)
    fake.answer('jobs.add', () => bad({ code: 'disk', message: 'The disk is full.' }))
    act(() => useView.getState().compose([samplePicture(0)]))
    expect(await screen.findByText(/The disk is full\./)).toBeTruthy()
    expect(await screen.findByRole('button', { name: 'Read on this device' })).toBeTruthy()
    expect(callsOf(fake, 'jobs.add')).toHaveLength(1)
  })

  test('that a question was wished for is not read by itself', async () => {
    const { fake } = await show(<Composer />)
    act(() => askAbout([samplePicture(0)]))
    expect(screen.getByRole('button', { name: 'Read on this device' })).toBeTruthy()
    expect(callsOf(fake, 'jobs.add')).toEqual([])
  })
})

describe('several', () => {
  test('wait for what is to be done, and become a batch', async () => {
    const { fake, user } = await show(<Composer />)
    fake.answer('jobs.add', () => good({ entries: [], batch: 3, known: [] }))
    act(() => useView.getState().compose([samplePicture(0), samplePicture(1)]))
    expect(callsOf(fake, 'jobs.add')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Read 2 on this device' }))
    expect(callsOf(fake, 'jobs.add')).toEqual([
      { subjects: tokens, ask: { task: 'read', engine: 'device' }, again: false }
    ])
    expect(useView.getState()).toMatchObject({ room: 'batch', subjects: [] })
  })

  test('can be taken out; the last one is not read because of that', async () => {
    const { fake, user } = await show(<Composer />)
    act(() => useView.getState().compose([samplePicture(0), samplePicture(1)]))
    await user.click(screen.getByRole('button', { name: 'Take out receipt.png' }))
    expect(screen.getByRole('button', { name: 'Read on this device' })).toBeTruthy()
    expect(callsOf(fake, 'jobs.add')).toEqual([])
  })

  test('of a document the pages that are wanted go along', async () => {
    const { fake, user } = await show(<Composer />)
    act(() => useView.getState().compose([document]))
    await user.type(screen.getByRole('textbox', { name: 'Pages of report.pdf' }), '1-3,7')
    await user.click(screen.getByRole('button', { name: 'Read on this device' }))
    expect(callsOf(fake, 'jobs.add')).toMatchObject([{ subjects: [{ token: 'd'.repeat(32), pages: '1-3,7' }] }])
  })

  test('what was refused says why and is not sent', async () => {
    const { fake, user } = await show(<Composer />)
    const refused: Taken = {
      kind: 'refused',
      name: 'notes.doc',
      problem: { code: 'picture-format', message: 'No picture.' }
    }
    act(() => useView.getState().compose([document, refused]))
    expect(screen.getByText('No picture.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Read on this device' }))
    expect(callsOf(fake, 'jobs.add')).toMatchObject([{ subjects: [{ token: 'd'.repeat(32) }] }])
  })
})

describe('a question', () => {
  test('makes a reading a question, says where it goes, and is sent by Enter', async () => {
    const { fake, user } = await show(<Composer />)
    act(() => askAbout([samplePicture(0)]))
    await user.type(question(), 'Why')
    expect(useView.getState().drafts['composer']).toBe('Why')
    expect(await screen.findByText('Goes to api-inference.modelscope.cn')).toBeTruthy()
    expect(screen.getByText(/1 call · 14.8 kB · about 320 tokens/)).toBeTruthy()
    expect(screen.getByText(/1,874 calls left today/)).toBeTruthy()
    await user.type(question(), '{Shift>}{Enter}{/Shift}so?{Enter}')
    expect(callsOf(fake, 'jobs.add')).toEqual([
      {
        subjects: [tokens[0]],
        ask: { task: 'ask', engine: 'modelscope', options: { question: 'Why\nso?' } },
        again: false
      }
    ])
    expect(useView.getState().entry).toBe(61)
    expect(useView.getState().drafts).toEqual({})
  })

  test('is looked at once for what it would send, however long one types', async () => {
    const { fake, user } = await show(<Composer />)
    act(() => askAbout([samplePicture(0)]))
    await user.type(question(), 'A long question about many things')
    await screen.findByText('Goes to api-inference.modelscope.cn')
    expect(callsOf(fake, 'jobs.preview')).toEqual([
      { subject: tokens[0], ask: { task: 'ask', engine: 'modelscope', options: { question: '?' } } }
    ])
  })

  test('cannot be sent before it is known where it goes', async () => {
    const { fake, user } = await show(<Composer />)
    const { promise, resolve } = Promise.withResolvers()
    fake.answer('jobs.preview', () => promise)
    act(() => askAbout([samplePicture(0)]))
    await user.type(question(), 'Why?{Enter}')
    expect(callsOf(fake, 'jobs.add')).toEqual([])
    expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
    resolve(bad({ code: 'vision-tls', message: 'The certificate is not valid.' }))
    expect(await screen.findByText('The certificate is not valid.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
    expect(question()).toHaveProperty('value', 'Why?')
  })

  test('that is missing is asked for', async () => {
    const { user } = await show(<Composer />)
    act(() => askAbout([samplePicture(0)]))
    await user.click(screen.getByRole('radio', { name: 'Ask' }))
    expect(screen.getByText('Type a question first.')).toBeTruthy()
  })

  test('that failed to be sent stays typed', async () => {
    const { fake, user } = await show(<Composer />)
    fake.answer('jobs.add', () => bad({ code: 'disk', message: 'The disk is full.' }))
    act(() => askAbout([samplePicture(0)]))
    await user.type(question(), 'Why?')
    await user.click(await screen.findByRole('button', { name: 'Send to api-inference.modelscope.cn' }))
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(question()).toHaveProperty('value', 'Why?')
  })

  test('that was asked before offers its answer, or is asked once more', async () => {
    const { fake, user } = await show(<Composer />)
    fake.answer('jobs.add', ({ again }: { again: boolean }) =>
      good(again ? { entries: [62], known: [] } : { entries: [], known: [12] })
    )
    act(() => askAbout([samplePicture(0)]))
    await user.type(question(), 'Why?')
    await user.click(await screen.findByRole('button', { name: 'Send to api-inference.modelscope.cn' }))
    expect(await screen.findByText('You have asked this before')).toBeTruthy()
    expect(useView.getState().entry).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Ask again' }))
    expect(useView.getState().entry).toBe(62)
  })
})

test('asking again begins with what was asked before', async () => {
  const { fake, user } = await show(<Composer />)
  const asked = { task: 'detect', engine: 'modelscope', options: { categories: ['cup'] } }
  const sample = await fake.api.library.entry({ id: 54 })
  fake.answer('library.entry', () => (sample.ok ? good({ ...sample.value, ask: asked }) : sample))
  act(() => useView.getState().askAgain(54))
  expect(await screen.findByText('cup')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Send to api-inference.modelscope.cn' }))
  expect(callsOf(fake, 'jobs.add')).toEqual([{ subjects: [{ entry: 54 }], ask: asked, again: false }])
})
