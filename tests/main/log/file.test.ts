import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogFile } from '../../../main/log/file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glyphlens-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = () => new Date('2026-06-01T12:00:00Z')

test('each line is in the file when the function returns, with time, level and detail', () => {
  const path = join(folder, 'logs', 'glyphlens.log')
  const log = createLogFile(path, { now })
  log({ level: 'info', message: 'one' })
  log({ level: 'error', message: 'two', detail: 'first\nsecond' })
  expect(readFileSync(path, 'utf8')).toBe(
    '2026-06-01T12:00:00.000Z info one\n2026-06-01T12:00:00.000Z error two\n    first\n    second\n'
  )
})

test.skipIf(process.platform === 'win32')('nobody else may read it', () => {
  const path = join(folder, 'logs', 'glyphlens.log')
  createLogFile(path)({ level: 'info', message: 'x' })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
})

test('a full file is put aside, and together they do not grow', () => {
  const path = join(folder, 'glyphlens.log')
  const log = createLogFile(path, { most: 1000, now })
  for (let line = 0; line < 200; line += 1) log({ level: 'info', message: `line ${line} ${'x'.repeat(50)}` })
  expect(statSync(path).size + statSync(`${path}.1`).size).toBeLessThan(2200)
  expect(readFileSync(path, 'utf8')).toContain('line 199')
})

test('keys and pictures do not get in, a line is cut', () => {
  const path = join(folder, 'glyphlens.log')
  const log = createLogFile(path)
  log({ level: 'info', message: 'Bearer c4n4ryc4n4ry', detail: `sk-c4n4ryc4n4ry ${'QUJD'.repeat(100)}` })
  log({ level: 'info', message: 'y '.repeat(50_000) })
  const text = readFileSync(path, 'utf8')
  expect(text).not.toMatch(/c4n4ry|QUJDQUJD/)
  expect(text.length).toBeLessThan(21_000)
})

test('where nothing can be written, nothing is thrown', () => {
  const path = join(folder, 'taken')
  mkdirSync(path)
  createLogFile(path)({ level: 'info', message: 'x' })
  createLogFile(join(path, '\0'))({ level: 'info', message: 'x' })
  expect(existsSync(`${path}.1`)).toBe(false)
})
