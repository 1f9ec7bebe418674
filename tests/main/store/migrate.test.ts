import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../main/store/connection.ts'
import { migrate, versionOf } from '../../../main/store/migrate.ts'
import { placesIn } from '../../../main/store/places.ts'
import { temporaryFolder } from '../library/shelf.ts'

const first = { version: 1, sql: `CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('old');` }
const second = { version: 2, sql: `ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = x || ' and new';` }
const broken = { version: 3, sql: 'CREATE TABLE b (x TEXT); INSERT INTO nowhere VALUES (1);' }

function prepare() {
  const places = placesIn(temporaryFolder())
  const connection = connect(places.database)
  onTestFinished(() => connection.close())
  return { places, connection, now: Date.UTC(2026, 10, 1) }
}

test('takes all steps once, after a copy of what was there', () => {
  const prepared = prepare()
  migrate({ ...prepared, steps: [first] })
  expect(readdirSync(prepared.places.folder)).not.toContain('backups')
  migrate({ ...prepared, steps: [first, second] })
  migrate({ ...prepared, steps: [first, second] })
  expect(prepared.connection.value('SELECT y FROM a')).toBe('old and new')
  const [copy = '', ...others] = readdirSync(prepared.places.backups)
  expect(others).toEqual([])
  const former = connect(join(prepared.places.backups, copy), { readOnly: true })
  onTestFinished(() => former.close())
  expect(versionOf(former)).toBe(1)
  expect(former.all('SELECT * FROM a')).toEqual([{ x: 'old' }])
})

test('a step that fails leaves everything as it was', () => {
  const prepared = prepare()
  migrate({ ...prepared, steps: [first] })
  expect(() => migrate({ ...prepared, steps: [first, second, broken] })).toThrow('nowhere')
  expect(versionOf(prepared.connection)).toBe(1)
  expect(prepared.connection.all('SELECT * FROM a')).toEqual([{ x: 'old' }])
})
